"""A block while its lines are read, and what becomes of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from plans.importing.blocks import (
    BREAK,
    Block,
    Cell,
    Heading,
    Item,
    Kind,
    LeftOut,
    Paragraph,
    Picture,
    Run,
    Table,
)

BOLD = re.compile(r"\*\*(?=\S)([^*]{1,1000})(?<=\S)\*\*")
_HARD_END = re.compile(r" {2,}\n")
_PICTURE = re.compile(r"(?<![ \t])[ \t]*!\[(?P<shows>[^\[\]\n]*)\]\([^()\n]*\)")


class Shape(Enum):
    HEADING = auto()
    PARAGRAPH = auto()
    BULLET = auto()
    NUMBERED = auto()
    ROW = auto()
    CONTENTS = auto()


@dataclass(frozen=True)
class Draft:
    shape: Shape
    text: str  # its lines with their marks; cells of a row are divided by tabs
    line: int  # of the file, where it begins
    level: int = 0  # of a heading
    number: int = 0  # of a numbered item
    label: str = ""  # of an item
    indent: int = 0  # of an item, in letters
    bold: bool = False  # all of it

    @property
    def place(self) -> str:
        return f"linje {self.line}"


def finished(drafts: Iterable[Draft]) -> Iterator[Block]:
    """Rows that follow each other are one table; a picture follows the block that it stands in."""
    for shape, group in groupby(drafts, key=lambda draft: draft.shape):
        together = list(group)
        if shape is Shape.ROW:
            yield _table(together)
            continue
        nesting = _nesting(together)
        for draft in together:
            for kind in (_block(draft, nesting), *_pictures(draft)):
                if kind:
                    yield kind


def _block(draft: Draft, nesting: dict[int, int]) -> Block | None:
    if draft.shape is Shape.CONTENTS:
        return LeftOut(draft.place, Kind.CONTENTS, draft.text)
    runs = runs_of(draft.text, bold=draft.bold)
    if not any(run.text.strip() for run in runs):
        return None
    if draft.shape is Shape.HEADING:
        return Heading(draft.place, runs, draft.level)
    if draft.shape is Shape.PARAGRAPH:
        return Paragraph(draft.place, runs)
    numbering = "decimal" if draft.shape is Shape.NUMBERED else ""
    return Item(draft.place, runs, nesting[draft.indent], numbering, draft.number, draft.label, is_typed=True)


def _nesting(drafts: list[Draft]) -> dict[int, int]:
    """Indent → how deep an item of it stands."""
    return {indent: depth for depth, indent in enumerate(sorted({draft.indent for draft in drafts}))}


def _table(rows: list[Draft]) -> Table:
    """The first of several rows is the head."""
    return Table(rows[0].place, tuple(_row(row, is_head=len(rows) > 1 and row is rows[0]) for row in rows))


def _row(row: Draft, *, is_head: bool) -> tuple[Cell, ...]:
    return tuple(_cell(text, row.place, is_head=is_head) for text in row.text.split("\t"))


def _cell(text: str, place: str, *, is_head: bool) -> Cell:
    return Cell((Paragraph(place, runs_of(text)),) if text else (), is_head=is_head)


def _pictures(draft: Draft) -> Iterator[Picture]:
    for match in _PICTURE.finditer(draft.text):
        yield Picture(draft.place, match["shows"].strip())


def runs_of(text: str, *, bold: bool = False) -> tuple[Run, ...]:
    """`**` around words makes them bold, two spaces at the end of a line make it end there."""
    text = _HARD_END.sub(BREAK, _PICTURE.sub("", text)).strip()
    parts = BOLD.split(text)  # in turn without and with marks
    runs = (Run(part, bold=bold or place % 2 == 1) for place, part in enumerate(parts))
    return tuple(run for run in runs if run.text)
