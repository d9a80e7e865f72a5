"""A PDF's letters in the order the file draws them, each with its box, weight and marked-content number."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plans.importing.pdf.signs import joined, sign

FARTHEST = 50_000.0  # points from a page's corner: what stands farther off is not meant
_BOLD_NAMES, _SLANTED_NAMES = (b"bold", b"black", b"heavy", b"semibd"), (b"italic", b"oblique")
_BOLD, _SLANTED_FLAG = 600, 64
_NO_NUMBER = -1
INFERRED = "\n"  # a blank or line end that pdfium sees between two letters
BLANKS = (" ", INFERRED)

Box = tuple[float, float, float, float]  # left, bottom, right, top
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Look:
    """What the letters of one piece of text have in common; each piece that a file draws has its own."""

    page: int
    bold: bool = False
    italic: bool = False
    marked: int = _NO_NUMBER  # the marked-content number
    turned: int = 0  # quarters of a turn that a reader must turn the page before it can be read


class Character:
    """One sign, with its box as it is read. A blank is " " where it stands in the file, else `INFERRED`."""

    __slots__ = ("bottom", "height", "is_blank", "left", "look", "middle", "right", "text", "top")

    def __init__(self, text: str, left: float, bottom: float, right: float, top: float, look: Look) -> None:
        self.text, self.look = text, look
        self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.height = max(round(top - bottom, 1), 1.0)
        self.middle = (top + bottom) / 2
        self.is_blank = text in BLANKS


def letters_of(page: pdfium.PdfPage, number: int) -> list[Character]:
    text = page.get_textpage()
    return list(_letters(page, text.raw, text.count_chars(), number))


def _letters(page: pdfium.PdfPage, text: Any, count: int, number: int) -> Iterator[Character]:
    frame, turns = frame_of(page), raw.FPDFPage_GetRotation(page)
    looks: dict[int, tuple[Look, int]] = {}
    found, turn, high = Look(number), turns, 0
    rectangle, at_corner = raw.FS_RECTF(), frame[:2] == (0.0, 0.0)
    code_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    for at in range(count):
        code = code_of(text, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = joined(high, code)
        high = 0
        seen = sign(code)
        if not seen:
            continue
        if seen in BLANKS:
            seen = INFERRED if raw.FPDFText_IsGenerated(text, at) == 1 else seen
        else:
            thing = raw.FPDFText_GetTextObject(text, at)
            address = ctypes.addressof(thing.contents) if thing else 0
            if address not in looks:
                looks[address] = _look(text, at, thing, number, turns)
            found, turn = looks[address]
        box: Box = _NOWHERE
        if box_of(text, at, rectangle):
            box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if turn or not at_corner or not _is_sound(box):
            box = turned(box, turn, frame)
        for one in seen:
            yield Character(one, *box, found)


def frame_of(page: pdfium.PdfPage) -> Box:
    """The part of the paper that shows, before it is turned."""
    rectangle = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, rectangle)
    found = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
    return found if all(map(_is_near, found)) else _NOWHERE


def turned(box: Box, quarters: int, frame: Box) -> Box:
    """The box on a page that is turned so many quarters with the clock, from its lower left corner."""
    left, bottom, right, top = box
    if not (_is_near(left) and _is_near(bottom) and _is_near(right) and _is_near(top)):
        return _NOWHERE
    left, bottom, right, top = left - frame[0], bottom - frame[1], right - frame[0], top - frame[1]
    if left > right:
        left, right = right, left
    if bottom > top:
        bottom, top = top, bottom
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    match quarters % 4:
        case 1:
            return (bottom, width - right, top, width - left)
        case 2:
            return (width - right, height - top, width - left, height - bottom)
        case 3:
            return (height - top, left, height - bottom, right)
        case _:
            return (left, bottom, right, top)


def _is_sound(box: Box) -> bool:
    left, bottom, right, top = box
    return -FARTHEST < left <= right < FARTHEST and -FARTHEST < bottom <= top < FARTHEST


def _is_near(at: float) -> bool:
    return -FARTHEST < at < FARTHEST  # no number at all is not near either


def _look(text: Any, at: int, thing: Any, number: int, turns: int) -> tuple[Look, int]:
    """How a text object looks, and the quarters with the clock that bring its letters upright."""
    if not thing:
        return Look(number), turns
    matrix = raw.FS_MATRIX()
    quarters = turns
    if raw.FPDFText_GetMatrix(text, at, matrix) and math.isfinite(matrix.a) and math.isfinite(matrix.b):
        quarters = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
    bold, italic = _weight(thing)
    marked = raw.FPDFPageObj_GetMarkedContentID(thing)
    return Look(number, bold, italic, marked, (quarters - turns) % 4), quarters


def _weight(thing: Any) -> tuple[bool, bool]:
    """Bold, italic."""
    font = raw.FPDFTextObj_GetFont(thing)
    if not font:
        return False, False
    name = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, name, 200)
    said = name.value.lower()
    bold = any(word in said for word in _BOLD_NAMES) or raw.FPDFFont_GetWeight(font) >= _BOLD
    italic = any(word in said for word in _SLANTED_NAMES) or bool(raw.FPDFFont_GetFlags(font) & _SLANTED_FLAG)
    return bold, italic
