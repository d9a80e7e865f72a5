"""What a page draws beside its letters: straight lines, and pictures."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plans.importing.pdf.characters import Box, frame_of, turned

THIN, SHORTEST = 3.0, 6.0  # points of a line
SMALLEST = 12.0  # points of a picture, either way
MOST_THINGS, MOST_CORNERS = 20_000, 400
_LINE_TO, _MOVE_TO = 0, 2


@dataclass(frozen=True)
class Drawing:
    """A picture where it stands; `image` is the same for one that is drawn again."""

    image: tuple[int, int, int]
    box: Box
    marked: int  # the marked-content number, -1 for none


def rules_and_drawings(page: pdfium.PdfPage) -> tuple[list[Box], list[Drawing]]:
    """Rules are boxes that are thin one way, level or upright."""
    frame, turns = frame_of(page), raw.FPDFPage_GetRotation(page)
    rules: list[Box] = []
    drawings: list[Drawing] = []
    for count, thing in enumerate(page.get_objects(max_depth=3)):
        if count > MOST_THINGS:
            break
        if thing.type == raw.FPDF_PAGEOBJ_PATH:
            rules += (turned(box, turns, frame) for box in _rules(thing.raw))
        elif thing.type == raw.FPDF_PAGEOBJ_IMAGE and (drawing := _drawing(thing.raw, turns, frame)):
            drawings.append(drawing)
    return rules[:MOST_THINGS], drawings


def logos(pages: Iterable[list[Drawing]], count: int) -> set[tuple[int, int, int]]:
    """The images that stand on most pages of `count`."""
    seen = Counter(image for page in pages for image in {one.image for one in page})
    return {image for image, times in seen.items() if times > max(1, count / 2)}


def _drawing(thing: Any, turns: int, frame: Box) -> Drawing | None:
    wide, high = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(thing, wide, high)
    box = turned(_bounds(thing), turns, frame)
    if box[2] - box[0] < SMALLEST or box[3] - box[1] < SMALLEST:
        return None
    size = raw.FPDFImageObj_GetImageDataRaw(thing, None, 0)
    return Drawing((wide.value, high.value, size), box, raw.FPDFPageObj_GetMarkedContentID(thing))


def _rules(thing: Any) -> Iterator[Box]:
    left, bottom, right, top = box = _bounds(thing)
    if min(right - left, top - bottom) < THIN:
        if max(right - left, top - bottom) >= SHORTEST:
            yield box
        return
    yield from _edges(thing)


def _bounds(thing: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _edges(thing: Any) -> Iterator[Box]:
    """The level and upright lines of a path: of a frame, or of a whole grid that is drawn at once."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for at in range(min(raw.FPDFPath_CountSegments(thing), MOST_CORNERS)):
        segment = raw.FPDFPath_GetPathSegment(thing, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == _MOVE_TO:
            first = here
        elif kind == _LINE_TO:
            yield from _edge(last, here)
        last = here
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _edge(last, first)


def _edge(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Box]:
    left, right = sorted((one[0], other[0]))
    bottom, top = sorted((one[1], other[1]))
    if min(right - left, top - bottom) < 0.5 and max(right - left, top - bottom) >= SHORTEST:
        yield left, bottom, right, top
