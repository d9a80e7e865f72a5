"""What a document leaves open is asked. A click answers, and the plan is read with the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plans.importing.likeness import letters

YES, NO = "Ja", "Nej"


@dataclass(frozen=True)
class Question:
    key: str  # the same for the same question to the same document
    text: str
    place: str  # in the file, "" where it is of several
    choices: tuple[str, ...]
    assumed: str  # the choice that the plan is read with until somebody answers
    answer: str = ""

    @property
    def taken(self) -> str:
        return self.answer or self.assumed


@dataclass
class Questions:
    """Those that a reading asked, and the answers that it was given: key → choice."""

    answers: Mapping[str, str] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)

    def ask(self, about: str, text: str, *, place: str = "", assumed: str) -> bool:
        """Whether it is to be read so. `about` names the question among others: "emne Natteliv"."""
        taken = self.choose(about, text, (YES, NO), place=place, assumed=assumed)
        return taken == YES

    def choose(
        self,
        about: str,
        text: str,
        choices: Sequence[str],
        *,
        place: str = "",
        assumed: str,
    ) -> str:
        key = letters(about)
        given = self.answers.get(key, "")
        answer = given if given in choices else ""
        question = Question(key, text, place, tuple(choices), assumed, answer)
        if all(one.key != key for one in self.asked):
            self.asked.append(question)
        return question.taken

    @property
    def unanswered(self) -> int:
        return sum(not one.answer for one in self.asked)
