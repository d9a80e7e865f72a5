import re
from collections.abc import Iterator
from itertools import pairwise

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding
from plans.consistency.numbers import ANY, SEVERAL, number_of

_BEFORE_LIST = re.compile(
    rf"(?:\b({SEVERAL})\s(\w+)(?:\ser(?:\sfølgende)?)?|\bfølgende\s({SEVERAL})\s(\w+)[^.,:;]*):$",
    re.IGNORECASE,
)
_PARTS = re.compile(rf"\b({SEVERAL})\s(\w+)[:;]\s([^:;]+?)[.!]?$", re.IGNORECASE)
_PART = re.compile(rf"(?:og\s)?({ANY})\s\S", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:\b(alle|samtlige|de|i alt|(?:politi)?kreds(?:ens|en\s(?:har|består af|omfatter|dækker)))\s)?"
    rf"\b({SEVERAL})\s(?:kredsdækkende\s)?"
    r"(lokalråd(?:ene)?|kommuner(?:ne)?|borgmestre(?:ne)?|boligområder(?:ne)?|emner(?:ne)?)s?(?!\w)",
    re.IGNORECASE,
)
_IN_ALL = re.compile(rf"\bi alt ({SEVERAL})\s([a-zæøå]+er)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:der|som|hvor|at|når|hvis|er|har|kan|skal|vil|bliver|eller)\b|[()]", re.IGNORECASE)
_LONGEST = 6  # words of a part
_SOME = re.compile(r"\b(?:mindst|højst|af|cirka|ca\.|omkring|op til|over|under)\s$", re.IGNORECASE)


class StatedNumbers(TextCheck):
    """A number that the text says of what follows it, or of what the register counts."""

    code = "stated-numbers"
    title = "Tal i teksten"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        said = [*_before_lists(text), *_of_parts(text), *_counted(text, plan)]
        told: set[tuple[int, str]] = set()  # »syv boligområder« and »de syv boligområder« are one number
        for quoted, stated, counted, what in said:
            number = stated, quoted.split()[-1].lower()
            if stated != counted and number not in told:
                told.add(number)
                yield self.finding(
                    f"»{text.place.title}« siger »{quoted}«, men {what} {counted}.", text.place, quoted
                )
        for quoted in dict.fromkeys(_named_nowhere(text)):
            yield self.finding(
                f"»{text.place.title}« siger »{quoted}«, men nævner dem ikke. Passer tallet stadig?",
                text.place,
                quoted,
            )


Said = tuple[str, int, int, str]  # the words, the number, what is counted, and what that is


def _before_lists(text: Text) -> Iterator[Said]:
    for block, following in pairwise(text.blocks):
        if following.items and (said := _BEFORE_LIST.search(block.text)):
            number, noun = said[1] or said[3], said[2] or said[4]
            yield f"{number} {noun}", number_of(number), len(following.items), "listen derunder har"


def _of_parts(text: Text) -> Iterator[Said]:
    """»fire medarbejdere; en psykolog, en socialrådgiver og to politifolk«"""
    for sentence in text.sentences:
        if not (":" in sentence or ";" in sentence) or not (said := _PARTS.search(sentence)):
            continue
        parts = re.split(r",\s|\sog\s", said[3])
        numbers = [found for part in parts if (found := _PART.match(part))]
        if len(parts) > 1 and len(numbers) == len(parts):
            total = sum(number_of(found[1]) for found in numbers)
            yield f"{said[1]} {said[2]}", number_of(said[1]), total, "delene giver tilsammen"
        elif len(parts) > 1 and not numbers and not _CLAUSE.search(said[3]):
            yield from _enumerated(said)


def _enumerated(said: re.Match[str]) -> Iterator[Said]:
    """»tre emner: unge og natteliv«. »Børn og unge« may be one; before the last of several it parts two."""
    groups = said[3].split(", ")
    least = len(groups) + (len(groups) > 1 and " og " in groups[-1])
    most = len(groups) + sum(group.count(" og ") for group in groups)
    stated = number_of(said[1])
    if all(len(group.split()) <= _LONGEST for group in groups) and not least <= stated <= most:
        nearest = least if stated < least else most
        yield f"{said[1]} {said[2]}", stated, nearest, "der nævnes"


def _counted(text: Text, plan: CheckedPlan) -> Iterator[Said]:
    facts = plan.facts
    counts = {
        "lokalråd": (len(facts.local_councils), True),
        "kommuner": (len(facts.municipalities), True),
        "borgmestre": (len(facts.municipalities), True),
        "boligområder": (len(facts.prevention_areas), False),
        "emner": (sum(not topic.is_local for topic in facts.topics), False),
    }
    for sentence in text.sentences:
        small = sentence.lower()
        if not any(noun in small for noun in counts):
            continue
        for said in _COUNTED.finditer(sentence):
            noun = next(noun for noun in counts if said[3].lower().startswith(noun))
            counted, needs_all = counts[noun]
            every = said[1] or not needs_all
            if counted and every and not _SOME.search(sentence[: said.start()]):
                yield said[0], number_of(said[2]), counted, "registret har"


def _named_nowhere(text: Text) -> Iterator[str]:
    """»i alt 11 områder«, where no list has so many."""
    lengths = {len(block.items) or len(block.rows) for block in text.blocks}
    for sentence in text.sentences:
        for said in _IN_ALL.finditer(sentence):
            follows = number_of(said[1]) in lengths or _is_followed(said, sentence)
            if not follows and not _COUNTED.search(said[0]):
                yield said[0]


def _is_followed(said: re.Match[str], sentence: str) -> bool:
    return sentence[said.end() :].lstrip().startswith((":", ";", "("))
