"""The rows of a table of contents: they tell what stands elsewhere."""

import re
from collections.abc import Iterator
from itertools import pairwise

from plans.importing.blocks import BREAK, WRAP, Kind, LeftOut
from plans.importing.pdf.drafts import HEADING, CellDraft, Draft, TableDraft, Text, pages_of
from plans.importing.pdf.running_text import Piece, rows_of, text_of

FEWEST = 3  # rows with a page and no dots before it
_DOTS = re.compile(r"(?:[.…·_]\s?){4,}\d{1,3}\s*$")
_PAGE = re.compile(r"\t(\d{1,3})\s*$")
_LINE_END = re.compile(f"([{WRAP}{BREAK}])")
_NUMBER = re.compile(r"\d{1,3}")


def without_contents(drafts: list[Draft], pages: int) -> list[Draft]:
    """Each row as left out. Without dots they are told by pages that rise, to the document's last at most."""
    found: list[Draft] = []
    waiting: list[tuple[int, list[LeftOut], Draft]] = []  # page, rows, and what they are when they are none

    def settle() -> None:
        rising = all(one[0] <= other[0] for one, other in pairwise(waiting))
        is_contents = rising and sum(len(rows) for _, rows, _ in waiting) >= FEWEST
        for _, rows, draft in waiting:
            found.extend(rows if is_contents else [draft])
        waiting.clear()

    for draft in drafts:
        if dotted := _dotted(draft):
            settle()
            found += dotted
        elif paged := _paged(draft, pages):
            waiting.append((*paged, draft))
        else:
            settle()
            found.append(draft)
    settle()
    return found


def _dotted(draft: Draft) -> list[Draft]:
    if isinstance(draft, TableDraft):
        rows = [_row_text(row) for row in draft.rows]
        return (
            [_entry(row, text) for row, text in zip(draft.rows, rows, strict=True)]
            if _all_dotted(rows)
            else []
        )
    if not isinstance(draft, Text):
        return []
    if not _may_end(draft) or not _DOTS.search(draft.words):  # the last row, if any
        return []
    entries = list(_entries(draft))
    return [
        LeftOut(f"side {pages_of(draft)[0]}", Kind.CONTENTS, " ".join(text.split()))
        if _DOTS.search(text)
        else Text(pieces, draft.kind, draft.level, draft.sure)
        for text, pieces in entries
    ]


def _may_end(text: Text) -> bool:
    """As a row does: with a page."""
    letters = text.letters
    return bool(letters) and letters[-1].text.isdigit()


def _all_dotted(rows: list[str]) -> bool:
    return bool(rows) and all(_DOTS.search(row) for row in rows)


def _entries(text: Text) -> Iterator[tuple[str, list[Piece]]]:
    """The rows of a paragraph: one that goes on over a full line is one."""
    waiting: list[Piece] = []
    rows = rows_of([*text.label, *text.pieces])
    said = _LINE_END.split(text_of([*text.label, *text.pieces], text.right_edge))
    for row, line, end in zip(rows, said[::2], [*said[1::2], BREAK], strict=True):
        waiting += row.pieces
        if end == BREAK or _DOTS.search(line):
            yield text_of(waiting), waiting
            waiting = []
    if waiting:
        yield text_of(waiting), waiting


def _paged(draft: Draft, pages: int) -> tuple[int, list[LeftOut]] | None:
    if isinstance(draft, Text) and draft.kind != HEADING and _may_end(draft):
        words = text_of([*draft.label, *draft.pieces])
        match = _PAGE.search(words)
        if match and int(match[1]) <= pages and words[: match.start()].strip():
            page = draft.letters[0].look.page
            return int(match[1]), [LeftOut(f"side {page}", Kind.CONTENTS, " ".join(words.split()))]
    if isinstance(draft, TableDraft) and not draft.is_seen:
        last = [row[-1].words for row in draft.rows]
        numbers = [int(one) for one in last if _NUMBER.fullmatch(one)]
        if len(numbers) == len(last) and numbers == sorted(numbers) and numbers[-1] <= pages:
            return numbers[0], [_entry(row, _row_text(row)) for row in draft.rows]
    return None


def _row_text(row: list[CellDraft]) -> str:
    parts = [
        text_of([*one.label, *one.pieces]) for cell in row for one in cell.inside if isinstance(one, Text)
    ]
    return " ".join(parts)


def _entry(row: list[CellDraft], text: str) -> LeftOut:
    page = next(
        letter.look.page
        for cell in row
        for one in cell.inside
        if isinstance(one, Text)
        for letter in one.letters
    )
    return LeftOut(f"side {page}", Kind.CONTENTS, " ".join(text.split()))
