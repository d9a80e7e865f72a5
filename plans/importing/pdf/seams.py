"""What a page or column cuts in two, joined again."""

from __future__ import annotations

from collections import Counter

from plans.importing.blocks import Block, LeftOut, Picture
from plans.importing.pdf.drafts import (
    HEADING,
    ITEM,
    PARAGRAPH,
    CellDraft,
    Draft,
    NoteDraft,
    TableDraft,
    Text,
    letters_in,
    pages_of,
)
from plans.importing.pdf.groups import goes_on
from plans.importing.pdf.labels import begins_item
from plans.importing.pdf.running_text import size_of

LONGEST_CELL = 80  # letters of one that stands alone


def joined(drafts: list[Draft]) -> tuple[list[Draft], Counter[str]]:
    """And the letters of table heads that a new page repeats."""
    drafts = _with_lone_cells(drafts)
    found: list[Draft] = []
    repeated = Counter[str]()
    for draft in drafts:
        last = _last(found)
        if isinstance(last, Text) and isinstance(draft, Text) and _is_one_text(last, draft):
            last.pieces += draft.pieces
        elif isinstance(last, TableDraft) and isinstance(draft, TableDraft) and _is_one_table(last, draft):
            repeated += _add(last, draft)
        else:
            found.append(draft)
    return found, repeated


def _with_lone_cells(drafts: list[Draft]) -> list[Draft]:
    """Where one cell of a row is a line shorter than those beside it, it parts a table in two."""
    found: list[Draft] = []
    for draft in drafts:
        above, lone = found[-2:] if len(found) > 1 else (None, None)
        if (
            isinstance(above, TableDraft)
            and isinstance(lone, Text)
            and isinstance(draft, TableDraft)
            and _fits_between(above, lone, draft)
        ):
            found.pop()
            _put_into(draft.rows[0], lone, above.width)
            above.rows += draft.rows
        else:
            found.append(draft)
    return found


def _fits_between(above: TableDraft, lone: Text, below: TableDraft) -> bool:
    if above.is_seen or below.is_seen or not below.rows or len(lone.words) > LONGEST_CELL:
        return False
    empty = sum(not cell.words for cell in below.rows[0])
    lacks_one = len(below.rows) == 1 and below.width == above.width - 1 and not empty
    return lacks_one or (below.width == above.width and empty == 1)


def _put_into(row: list[CellDraft], lone: Text, width: int) -> None:
    if len(row) < width:
        left = lone.letters[0].left
        row.insert(sum(_left(cell) < left for cell in row), CellDraft([lone]))
    else:
        next(cell for cell in row if not cell.words).inside.append(lone)


def _left(cell: CellDraft) -> float:
    return min((letter.left for one in cell.inside for letter in letters_in(one)), default=0)


def _last(found: list[Draft]) -> Draft | None:
    """Of what runs in the text: notes and pictures stand at the page's foot or anywhere."""
    return next(
        (one for one in reversed(found) if not isinstance(one, NoteDraft | LeftOut | Picture | Block)), None
    )


def _is_one_text(before: Text, after: Text) -> bool:
    if (
        before.kind == HEADING
        or after.kind == HEADING
        or after.label
        or begins_item(after.words)
        or not before.letters
        or not after.letters
    ):
        return False
    if after.kind not in (PARAGRAPH, ITEM) or (after.kind == ITEM and before.kind != ITEM):
        return False
    last, first = before.letters[-1], after.letters[0]
    pages = first.look.page - last.look.page
    column = pages == 0 and first.bottom > last.top and first.left > last.left - last.height * 3
    if not (pages == 1 or column) or abs(size_of(before.letters) - size_of(after.letters)) > 0.6:
        return False
    return last.look.bold == first.look.bold and goes_on(last.text, first.text)


def _is_one_table(before: TableDraft, after: TableDraft) -> bool:
    end, begin = pages_of(before)[1], pages_of(after)[0]
    return begin == end + 1 and before.width == after.width and before.is_seen == after.is_seen


def _add(before: TableDraft, after: TableDraft) -> Counter[str]:
    rows = after.rows
    head = [cell.words for cell in before.rows[0]]
    repeated = Counter[str]()
    if len(rows) > 1 and any(head) and [cell.words for cell in rows[0]] == head:
        repeated.update(letter.text for cell in rows[0] for one in cell.inside for letter in letters_in(one))
        rows = rows[1:]
    if rows and _is_one_row(before.rows[-1], rows[0]):
        for cell, rest in zip(before.rows[-1], rows[0], strict=True):
            _add_to_cell(cell, rest)
        rows = rows[1:]
    before.rows += rows
    return repeated


def _is_one_row(before: list[CellDraft], after: list[CellDraft]) -> bool:
    if len(before) != len(after):
        return False
    both = [(one.words, other.words) for one, other in zip(before, after, strict=True) if other.words]
    return bool(both) and all(one and goes_on(one, other) for one, other in both)


def _add_to_cell(cell: CellDraft, rest: CellDraft) -> None:
    inside = rest.inside
    if inside and cell.inside:
        last, first = cell.inside[-1], inside[0]
        if isinstance(last, Text) and isinstance(first, Text) and not first.label:
            last.pieces += first.pieces
            inside = inside[1:]
    cell.inside += inside
