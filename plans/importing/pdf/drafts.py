"""Blocks while they are collected: as letters still, so that what was cut apart can be joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plans.importing.blocks import Block
from plans.importing.pdf.characters import Character
from plans.importing.pdf.running_text import Piece, text_of

PARAGRAPH, HEADING, ITEM = "paragraph", "heading", "item"


@dataclass(eq=False)
class Text:
    pieces: list[Piece]
    kind: str = PARAGRAPH
    level: int = 0  # of a heading
    sure: bool = True
    nesting: int = 0  # of an item
    label: list[Character] = field(default_factory=list)  # where it stands apart from the text
    right_edge: float = 0  # how far right its lines could go

    @property
    def letters(self) -> list[Character]:
        return [one for one in self.pieces if isinstance(one, Character) and not one.is_blank]

    @property
    def words(self) -> str:
        return " ".join(text_of(self.pieces).split())


@dataclass(eq=False)
class CellDraft:
    inside: list[Draft] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    is_head: bool = False

    @property
    def words(self) -> str:
        return " ".join(one.words for one in self.inside if isinstance(one, Text))


@dataclass(eq=False)
class TableDraft:
    rows: list[list[CellDraft]]
    is_seen: bool = True  # by tags or drawn lines; False: its cells only stand beside each other

    @property
    def width(self) -> int:
        """In columns."""
        return max((sum(cell.columns for cell in row) for row in self.rows), default=0)


@dataclass(eq=False)
class NoteDraft:
    """A footnote; `mark` are the letters that it begins with, and that its call shows too."""

    mark: list[Character]
    inside: list[Draft]

    @property
    def sign(self) -> str:
        return sign_of_mark(self.mark)


Draft = Text | TableDraft | NoteDraft | Block  # a block is one that has no letters to join


def sign_of_mark(letters: Iterable[Character]) -> str:
    return "".join(one.text for one in letters).strip().rstrip(".)")


def letters_in(draft: Draft) -> Iterator[Character]:
    """Those of a table and a note too."""
    match draft:
        case Text():
            yield from (one for one in draft.label if not one.is_blank)
            yield from draft.letters
        case TableDraft():
            for row in draft.rows:
                for cell in row:
                    for one in cell.inside:
                        yield from letters_in(one)
        case NoteDraft():
            yield from draft.mark
            for one in draft.inside:
                yield from letters_in(one)


def pages_of(draft: Draft) -> tuple[int, int]:
    """The first and the last; 0 for none."""
    pages = [letter.look.page for letter in letters_in(draft)]
    return (min(pages), max(pages)) if pages else (0, 0)


def texts_in(drafts: Iterable[Draft]) -> Iterator[Text]:
    """In reading order; not those of notes."""
    for draft in drafts:
        if isinstance(draft, Text):
            yield draft
        elif isinstance(draft, TableDraft):
            for row in draft.rows:
                for cell in row:
                    yield from texts_in(cell.inside)
