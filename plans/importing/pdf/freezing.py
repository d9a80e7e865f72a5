"""Drafts → blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plans.importing.blocks import Block, Cell, Heading, Item, Paragraph, Run, Table
from plans.importing.pdf.drafts import HEADING, ITEM, Draft, NoteDraft, TableDraft, Text, pages_of, texts_in
from plans.importing.pdf.labels import label_of, numbering_of
from plans.importing.pdf.running_text import Piece, runs_of, text_of


def frozen(drafts: Iterable[Draft]) -> tuple[Block, ...]:
    """Notes must have been called for before."""
    return tuple(_Freezer().blocks(drafts))


class _Freezer:
    def __init__(self) -> None:
        self.numbers: dict[int, tuple[str, int]] = {}  # nesting → numbering and number of the last item

    def blocks(self, drafts: Iterable[Draft]) -> Iterable[Block]:
        for draft in drafts:
            if isinstance(draft, Text):
                yield self._text(draft)
            elif isinstance(draft, TableDraft):
                yield _table(draft)
            elif not isinstance(draft, NoteDraft):
                yield draft

    def _text(self, text: Text) -> Block:
        place = f"side {pages_of(text)[0]}"
        if text.kind == ITEM:
            return self._item(text, place)
        self.numbers = {}
        runs = runs_of(text.pieces, text.right_edge)
        if text.kind == HEADING:
            return Heading(place, _without_tabs(runs), text.level, sure=text.sure)
        return Paragraph(place, runs)

    def _item(self, text: Text, place: str) -> Item:
        label, pieces = text_of(text.label).strip(), text.pieces
        if not label:
            label, pieces = _cut(pieces)
        before = self.numbers.get(text.nesting, ("", 0))
        self.numbers = {nesting: one for nesting, one in self.numbers.items() if nesting < text.nesting}
        self.numbers[text.nesting] = numbering, number = numbering_of(label, before)
        runs: tuple[Run, ...] = runs_of(pieces, text.right_edge)
        return Item(place, runs, text.nesting, numbering, number, label, is_typed=bool(label))


def _without_tabs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """A heading's number may stand far from its words."""
    return tuple(replace(run, text=run.text.replace("\t", " ")) for run in runs)


def _table(draft: TableDraft) -> Table:
    rows = tuple(
        tuple(Cell(frozen(cell.inside), cell.columns, cell.rows, cell.is_head) for cell in row)
        for row in draft.rows
    )
    page = pages_of(draft)[0] or next(
        (letter.look.page for text in texts_in([draft]) for letter in text.letters), 1
    )
    return Table(f"side {page}", rows)


def _cut(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """The label that stands in the text itself, and the rest."""
    label = label_of(text_of(pieces).lstrip())
    left = len("".join(label.split()))
    for at, piece in enumerate(pieces):
        if left <= 0:
            return label, pieces[at:]
        left -= len(piece.text.strip()) if hasattr(piece, "text") else 0
    return "", pieces
