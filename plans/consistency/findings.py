"""What a check finds, and what mends it. Plain values, nothing of the database."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property
from hashlib import sha256

from django.urls import reverse


def key_of(code: str, lineage: str, quotation: str) -> str:
    return sha256(f"{code}|{lineage}|{quotation}".encode()).hexdigest()[:16]


class Level(Enum):
    BLOCKING = "blocking"
    ADVISORY = "advisory"

    @property
    def label(self) -> str:
        return "skal rettes" if self is Level.BLOCKING else "se på det"


@dataclass(frozen=True)
class Place:
    """Where it stands: a section, a lokalråd's list or topic, or the plan as a whole."""

    title: str = ""  # as readers see it: »3.1 Natteliv«
    lineage: str = ""
    section: int | None = None  # its key, where the plan has it as a row
    version: int = 0  # of the section
    council: int | None = None


WHOLE_PLAN = Place()


@dataclass(frozen=True)
class Link:
    """To the page where it is put right."""

    action: str
    page: str
    args: tuple[int, ...]

    @property
    def url(self) -> str:
        return reverse(self.page, args=self.args)

    def __str__(self) -> str:
        return f"{self.action}: {self.url}"


@dataclass(frozen=True)
class Replacement:
    """Other words for what stands in these sections.

    Unless it is in the same case, a capital at the beginning stays one.
    """

    places: tuple[Place, ...]
    old: str
    new: str
    same_case: bool = True

    @property
    def seen(self) -> str:
        """The versions of the sections that it is for."""
        return " ".join(f"{place.section}:{place.version}" for place in self.places)

    @property
    def action(self) -> str:
        return f"Ret til »{self.new}«"

    def __str__(self) -> str:
        return f"Ret »{self.old}« til »{self.new}«"


@dataclass(frozen=True)
class ListWord:
    """The word is right: one button puts it in the secretariat's list of this kind."""

    word: str
    kind: str
    action: str


@dataclass(frozen=True)
class Finding:
    code: str
    level: Level
    message: str
    quotation: str = ""
    place: Place = WHOLE_PLAN
    mend: Link | Replacement | None = None
    also: tuple[Place, ...] = ()  # where the same fact stands as well
    known: ListWord | None = None  # the other way, where the text is right and the check does not know it

    def __str__(self) -> str:
        return self.message

    @cached_property
    def key(self) -> str:
        """The same for the same fault in the same place, this year and the next."""
        return key_of(self.code, self.place.lineage, self.quotation)

    @property
    def replacement(self) -> Replacement | None:
        return self.mend if isinstance(self.mend, Replacement) else None

    @property
    def unknown_word(self) -> str:
        """That the dictionary does not know; "" in every other finding."""
        return self.known.word if self.known and self.known.kind == "word" else ""

    def rewritten(self, word: str = "", section: int | None = None) -> Replacement:
        """Its unknown word as another one, in all the sections that have it or in one of them."""
        sections = (place for place in self.places if place.section and section in (None, place.section))
        return Replacement(tuple(sections), self.unknown_word, word, same_case=False)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it is told; none where it is of the plan as a whole."""
        return tuple(place for place in (self.place, *self.also) if place.lineage)

    @property
    def is_blocking(self) -> bool:
        return self.level is Level.BLOCKING


@dataclass(frozen=True)
class Waived:
    """Why a finding may stand."""

    pk: int
    key: str  # of the finding
    reason: str
    year: int  # of the plan that it was said of
    by: str
    at: datetime
    office: str = ""  # of whoever said it, as it was that day


@dataclass(frozen=True)
class Sorted:
    """What is to be looked at, and what the secretariat lets stand."""

    standing: list[Finding]
    waived: list[tuple[Finding, Waived]]
