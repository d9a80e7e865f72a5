"""All that a lokalråd writes in a proposal: its working copy and its submissions have these fields."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from typing import NamedTuple

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from plans.document.models import Scope
from plans.proposals.models.questions import Answered, Question
from samarbejde.text.rich_text import from_plain, plain_text


class ProposalWords(models.Model):
    title = models.CharField("titel", max_length=200)
    scope = models.CharField("ønsket omfang", max_length=10, choices=Scope, default=Scope.DISTRICT)
    background = models.TextField("baggrund", blank=True)
    text = models.TextField("forslag til planens tekst", blank=True)
    # Each as `Answered`; nothing where the round asked nothing of its own.
    answers = models.JSONField("svar på rundens spørgsmål", null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def words(self) -> "Words":
        return Words(**{name: getattr(self, name) for name in WORDS}, answers=self.answers or [])

    @words.setter
    def words(self, words: "Words") -> None:
        for name, word in asdict(words).items():
            setattr(self, name, word)


class Text(NamedTuple):
    label: str
    html: str


@dataclass(frozen=True)
class Words:
    """The same, on their own. Those of more than one line are rich text, but the answers plain."""

    title: str
    scope: str
    background: str
    text: str
    answers: list[Answered] = field(default_factory=list)

    @property
    def texts(self) -> list[Text]:
        """What it says under headings: the fixed ones, then what the round asked."""
        own = [Text(capfirst(str(field.verbose_name)), getattr(self, field.name)) for field in _TEXTS]
        return own + _under_headings(self.answers)

    @property
    def without_markup(self) -> list[str]:
        return [self.title, *(plain_text(text.html) for text in self.texts)]

    def answer_to(self, key: str) -> str:
        return next((one["answer"] for one in self.answers if one["key"] == key), "")

    def unasked(self, questions: Iterable[Question]) -> list[Answered]:
        """Answers to what these do not ask: to questions of an earlier round."""
        asked = {question["key"] for question in questions}
        return [one for one in self.answers if one["key"] not in asked]


def _under_headings(answers: Iterable[Answered] | None) -> list[Text]:
    return [Text(one["question"], from_plain(one["answer"])) for one in answers or []]


def answers_html(answers: Iterable[Answered] | None) -> str:
    """The answers alone, without what was asked."""
    return "".join(text.html for text in _under_headings(answers))


WORDS = tuple(field.name for field in fields(Words) if field.name != "answers")
_TEXTS = [field for field in ProposalWords._meta.local_fields if isinstance(field, models.TextField)]
TEXTS = (*(field.name for field in _TEXTS), "answers")
ANSWERS_ARE_A_LIST = Q(answers__isnull=True) | Q(answers__contains=[])
