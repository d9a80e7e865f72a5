"""Footnotes: found at the foot of a page, and put where the text calls for them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from plans.importing.blocks import Block, Footnote
from plans.importing.pdf.characters import Character
from plans.importing.pdf.drafts import (
    HEADING,
    Draft,
    NoteDraft,
    TableDraft,
    Text,
    pages_of,
    sign_of_mark,
    texts_in,
)
from plans.importing.pdf.running_text import raised_or_lowered, rows_of, size_of

SMALLER = 0.95  # a note's letters, of the text's
_SIGNS = "0123456789*†‡"
_MARK = re.compile(r"(?:\d{1,3}|[*†‡]{1,3})[.)]?")
Freeze = Callable[[list[Draft]], tuple[Block, ...]]


@dataclass(eq=False)
class _Call:
    text: Text
    letters: list[Character]


def noted(drafts: list[Draft]) -> list[Draft]:
    """With the small text at a page's foot, that begins as something on the page is marked, as notes."""
    usual = size_of(letter for text in texts_in(drafts) for letter in text.letters)
    calls: dict[int, set[str]] = defaultdict(set)
    for text in texts_in(drafts):
        for call in _calls_in(text):
            calls[call.letters[0].look.page].add(sign_of_mark(call.letters))
    found: list[Draft] = []
    for draft in drafts:
        small = isinstance(draft, Text) and draft.kind != HEADING and size_of(draft.letters) < usual * SMALLER
        page = pages_of(draft)[0]
        if small and isinstance(draft, Text) and page in calls:
            found += _notes_of(draft, calls[page], found[-1] if found else None)
        else:
            found.append(draft)
    return found


def _notes_of(text: Text, called_for: set[str], before: Draft | None) -> list[Draft]:
    """Its rows, from each that begins with a mark that is called for; a note may go on in another text."""
    found: list[Draft] = []
    for at, row in enumerate(rows_of(text.pieces)):
        mark = (
            [one for one in text.label if not one.is_blank]
            if text.label and at == 0
            else _leading(row.letters)
        )
        rest = [one for one in row.pieces if one not in mark]
        if mark and sign_of_mark(mark) in called_for and rest:
            found.append(NoteDraft(mark, [Text(rest)]))
        elif found and isinstance(last := found[-1], NoteDraft) and isinstance(said := last.inside[-1], Text):
            said.pieces += row.pieces
        else:
            break
    else:
        return found or [text]
    if isinstance(before, NoteDraft) and pages_of(before)[1] == pages_of(text)[0] and not text.label:
        before.inside.append(text)
        return []
    return [text]


def called(drafts: list[Draft], freeze: Freeze) -> tuple[list[Draft], Counter[str]]:
    """The notes where the text calls for them, else as paragraphs; and the letters of their marks."""
    calls = [call for text in texts_in(drafts) for call in _calls_in(text)]
    marks = Counter[str]()
    gone: dict[NoteDraft, list[Draft]] = {}
    for note in _notes_in(drafts):
        page = next((letter.look.page for letter in note.mark), 0)
        call = next((one for one in calls if _is_of(one, note, page)), None)
        if call is None:
            gone[note] = _as_text(note)
            continue
        calls.remove(call)
        gone[note] = []
        footnote = Footnote(f"side {page}", freeze(note.inside))
        at = next(place for place, one in enumerate(call.text.pieces) if one is call.letters[0])
        call.text.pieces = [one for one in call.text.pieces if one not in call.letters]
        call.text.pieces.insert(at, footnote)
        marks.update(one.text for one in [*note.mark, *call.letters])
    return _replaced(drafts, gone), marks


def _is_of(call: _Call, note: NoteDraft, page: int) -> bool:
    return sign_of_mark(call.letters) == note.sign != "" and call.letters[0].look.page == page


def _notes_in(drafts: list[Draft]) -> Iterator[NoteDraft]:
    for draft in drafts:
        if isinstance(draft, NoteDraft):
            _find_mark(draft)
            yield draft
        elif isinstance(draft, TableDraft):
            for row in draft.rows:
                for cell in row:
                    yield from _notes_in(cell.inside)


def _find_mark(note: NoteDraft) -> None:
    """Where no tag tells it: the raised sign, or the number, that it begins with."""
    first = next((one for one in note.inside if isinstance(one, Text)), None)
    if note.mark or first is None:
        return
    if first.label and _MARK.fullmatch(sign_of_mark(first.label)):
        note.mark, first.label = first.label, []
        return
    rows = rows_of(first.pieces)
    mark = _leading(rows[0].letters) if rows else []
    note.mark = mark
    first.pieces = [one for one in first.pieces if one not in mark]


def _as_text(note: NoteDraft) -> list[Draft]:
    first = note.inside[0] if note.inside else None
    if isinstance(first, Text):
        first.pieces = [*note.mark, *first.pieces]
        return note.inside
    return [Text(list(note.mark)), *note.inside] if note.mark else note.inside


def _replaced(drafts: list[Draft], gone: dict[NoteDraft, list[Draft]]) -> list[Draft]:
    found: list[Draft] = []
    for draft in drafts:
        if isinstance(draft, TableDraft):
            for row in draft.rows:
                for cell in row:
                    cell.inside = _replaced(cell.inside, gone)
        found += gone[draft] if isinstance(draft, NoteDraft) else [draft]
    return found


def _calls_in(text: Text) -> Iterator[_Call]:
    if not _may_call(text):
        return
    for row in rows_of(text.pieces):
        for letters in _raised_in(row.letters):
            yield _Call(text, letters)


def _may_call(text: Text) -> bool:
    """A sign stands apart from the one before it: a quick look, for most texts call for nothing."""
    return any(
        letter.look is not before.look and letter.bottom != before.bottom and letter.text in _SIGNS
        for before, letter in pairwise(text.letters)
    )


def _raised_in(letters: list[Character]) -> Iterator[list[Character]]:
    """Raised signs that stand together and may be a note's mark; the first of a line calls for nothing."""
    seen = [one for one in letters if not one.is_blank]
    raised = raised_or_lowered(seen)
    together: list[Character] = []
    for at, letter in enumerate([*seen, None]):
        if letter is not None and raised.get(letter) and at > 0:
            together.append(letter)
            continue
        if together and _MARK.fullmatch("".join(one.text for one in together)):
            yield together
        together = []


def _leading(letters: list[Character]) -> list[Character]:
    """The raised sign at the beginning, or a number with a blank after it."""
    raised = raised_or_lowered(letters)
    count = 0
    while count < len(letters) and raised.get(letters[count]):
        count += 1
    if not count:
        while count < min(len(letters), 4) and letters[count].text in "0123456789*.)":
            count += 1
        if (
            count
            and count < len(letters)
            and letters[count].left - letters[count - 1].right < letters[count].height * 0.15
        ):
            return []
    found = letters[:count]
    return found if _MARK.fullmatch("".join(one.text for one in found)) else []
