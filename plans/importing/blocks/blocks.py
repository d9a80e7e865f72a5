"""The kinds of blocks. Each is a value: nothing changes it once it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from plans.importing.blocks.seams import BREAK, WRAP, flowing


@dataclass(frozen=True)
class Run:
    """Letters of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False
    link: str = ""
    note: Footnote | None = None  # called for at this place; then `text` is ""


@dataclass(frozen=True)
class Block:
    place: str  # in the file, as a person would say it: "afsnit 12", "side 3", "linje 40"


@dataclass(frozen=True)
class Words(Block):
    """A block of running text."""

    runs: tuple[Run, ...]
    is_settled: bool = field(default=False, kw_only=True)  # somebody said what it is

    @cached_property
    def text(self) -> str:
        """Its letters, with `WRAP` where a line ended because it was full, and `BREAK`."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def lines(self) -> list[str]:
        parts = self.text.replace(BREAK, WRAP).split(WRAP)
        return [line for part in parts if (line := " ".join(part.split()))]

    @cached_property
    def words(self) -> str:
        """The text on one line."""
        return " ".join(flowing(self.text).split())

    @cached_property
    def bold(self) -> bool:
        """All of it."""
        seen = [run for run in self.runs if run.text.strip()]
        return bool(seen) and all(run.bold for run in seen)


@dataclass(frozen=True)
class Heading(Words):
    level: int  # 1–9; 0 for the document's title and what stands with it
    number: str = (
        ""  # that the program counts, as the document shows it; one that is typed stands in the text
    )
    sure: bool = True  # False: it only looks like one


@dataclass(frozen=True)
class Paragraph(Words):
    pass


@dataclass(frozen=True)
class Item(Words):
    """Of a list. One that follows with a greater `nesting` stands in a list inside it."""

    nesting: int = 0
    numbering: str = (
        ""  # "" for bullets; else "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"
    )
    number: int = 0
    label: str = ""  # as the document shows it: "1.", "a)", "•"
    is_typed: bool = False  # the label's letters stand in the file's own text


@dataclass(frozen=True)
class Cell:
    blocks: tuple[Block, ...] = ()
    columns: int = 1
    rows: int = 1
    is_head: bool = False


class Holds(StrEnum):
    """What a table is of; the value is what people choose."""

    TEXT = "Almindelig tabel"
    PRIORITIES = "Kommunernes prioriteringer"
    SIGNATORIES = "Underskrivere"

    def __reduce_ex__(self, protocol: object) -> tuple[type[Holds], tuple[str]]:
        """By its value, in every Python: what unpickles a reading knows its classes and nothing else."""
        return type(self), (self.value,)


@dataclass(frozen=True)
class Table(Block):
    """A merged cell stands once, in the row where it begins."""

    rows: tuple[tuple[Cell, ...], ...]
    holds: Holds | None = field(default=None, kw_only=True)  # what somebody said


@dataclass(frozen=True)
class Footnote(Block):
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Picture(Block):
    shows: str = ""  # in words, where the document says it


class Kind(StrEnum):
    """Of what stands in a file beside its running text; the value is what people call it."""

    CONTENTS = "indholdsfortegnelse"
    HEADER = "sidehoved"
    FOOTER = "sidefod"
    PAGE_NUMBER = "sidetal"
    HOST_PAGE = "den side, som teksten er hentet fra"
    COMMENT = "kommentar"
    HIDDEN = "skjult tekst"
    STRUCK = "gennemstreget tekst"
    DELETED = "sporet sletning"
    MOVED_AWAY = "flyttet tekst, hvor den stod før"
    FALLBACK = "reserve for ældre Word"
    FIELD_CODE = "feltkode"
    UNCALLED_NOTE = "note, som intet henviser til"
    RUBY = "udtale"
    INSERTED_FILE = "indsat fil"
    DROPPED = "udeladt af jer selv"
    OUTSIDE = "tekst uden for dokumentets struktur"
    UNKNOWN = "tekst, der ikke er forstået"


@dataclass(frozen=True)
class LeftOut(Block):
    """What is in the file, but not in its running text: with its own words."""

    kind: Kind
    text: str
