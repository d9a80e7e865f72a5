"""All that a lokalråd writes in a proposal: its working copy and its submissions have these fields."""

from dataclasses import asdict, dataclass, fields
from typing import NamedTuple

from django.db import models
from django.utils.text import capfirst

from plans.document.models import Scope
from samarbejde.text.rich_text import plain_text


class ProposalWords(models.Model):
    title = models.CharField("titel", max_length=200)
    scope = models.CharField("ønsket omfang", max_length=10, choices=Scope, default=Scope.DISTRICT)
    background = models.TextField("baggrund", blank=True)
    text = models.TextField("forslag til planens tekst", blank=True)

    class Meta:
        abstract = True

    @property
    def words(self) -> "Words":
        return Words(**{name: getattr(self, name) for name in WORDS})

    @words.setter
    def words(self, words: "Words") -> None:
        for name, word in asdict(words).items():
            setattr(self, name, word)


class Text(NamedTuple):
    label: str
    html: str


@dataclass(frozen=True)
class Words:
    """The same, on their own. Those of more than one line are rich text."""

    title: str
    scope: str
    background: str
    text: str

    @property
    def texts(self) -> list[Text]:
        return [Text(capfirst(str(field.verbose_name)), getattr(self, field.name)) for field in _TEXTS]

    @property
    def without_markup(self) -> list[str]:
        return [self.title, *(plain_text(text.html) for text in self.texts)]


WORDS = tuple(field.name for field in fields(Words))
_TEXTS = [field for field in ProposalWords._meta.local_fields if isinstance(field, models.TextField)]
TEXTS = tuple(field.name for field in _TEXTS)
