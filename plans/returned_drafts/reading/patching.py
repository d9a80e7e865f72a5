"""A section's HTML with somebody's changes of its words: what they left alone stays letter by letter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from plans.returned_drafts.reading.leaves import Leaf
from samarbejde.text.matching import LONGEST, opcodes

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_TAKEN_OUT_WHOLE = ("p", "li")


@dataclass(frozen=True)
class Edit:
    """`put` instead of what stands from `start` to `end` in the HTML."""

    start: int
    end: int
    put: str = ""


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    key: str


def edited(html: str, edits: Iterable[Edit]) -> str:
    """Those at one place in their order."""
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end))[::-1]:
        html = f"{html[: edit.start]}{edit.put}{html[edit.end :]}"
    return html


def removal(leaf: Leaf) -> list[Edit]:
    element = leaf.element
    if element.is_simple and element.tag in _TAKEN_OUT_WHOLE:
        return [Edit(element.start, element.end)]
    return [Edit(piece.start, piece.end) for piece in leaf.pieces]


def changes(leaf: Leaf, sent: str, wanted: str) -> list[Edit] | None:
    """What makes the leaf, which was shown as the words `sent`, read `wanted`; None where a change touches
    what the text does not have as it was shown: a field that was filled in.
    """
    shown = leaf.text
    own, old, new = _words(shown), _words(sent), _words(wanted)
    places = _places(own, old)
    edits: list[Edit] = []
    for what, a, b, c, d in opcodes(_keys(old), _keys(new), LONGEST):
        if what == "equal":
            continue
        span = _span(own, places, a, b)
        if span is None:
            return None
        edits += _replaced(leaf, *span, wanted[new[c].start : new[d - 1].end] if d > c else "")
    return edits


def _words(text: str) -> list[_Word]:
    found = [
        _Word(match.start(), match.end(), " " if match[0].isspace() else match[0])
        for match in _WORD.finditer(text)
    ]
    while found and found[-1].key == " ":
        found.pop()
    return found[1:] if found and found[0].key == " " else found


def _keys(words: list[_Word]) -> list[str]:
    return [word.key for word in words]


def _places(own: list[_Word], old: list[_Word]) -> dict[int, int]:
    """Where each word that was shown stands in the text."""
    equal = (code for code in opcodes(_keys(own), _keys(old), LONGEST) if code[0] == "equal")
    return {c + at: a + at for _, a, b, c, _ in equal for at in range(b - a)}


def _span(own: list[_Word], places: dict[int, int], a: int, b: int) -> tuple[int, int] | None:
    """From one letter of the text to another."""
    if a == b:
        if a - 1 in places:
            end = own[places[a - 1]].end
            return end, end
        if a in places:
            begin = own[places[a]].start
            return begin, begin
        return None
    found = [places.get(at) for at in range(a, b)]
    first = found[0]
    if first is None or found != list(range(first, first + b - a)):
        return None
    return own[first].start, own[first + b - a - 1].end


def _replaced(leaf: Leaf, start: int, end: int, put: str) -> Iterator[Edit]:
    """The new words look like the letter that they come after, or take the place of."""
    at, put = 0, escape(put, quote=False)
    for piece in leaf.pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        is_place = first < last or (start == end and (0 < start - at <= len(piece.text) or start == at == 0))
        at += len(piece.text)
        if not is_place:
            continue
        if piece.end - piece.start == len(piece.text):
            yield Edit(piece.start + first, piece.start + last, put)
        elif first < last:  # an entity goes as a whole
            yield Edit(piece.start, piece.end, put)
        else:
            yield Edit(piece.end, piece.end, put)
        put = ""
        if start == end:
            return
