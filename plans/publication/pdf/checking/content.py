"""What a page paints, and what is marked on it (ISO 32000-1, 7.8.2 and 14.6)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Name, Object, String

from plans.publication.pdf.checking.objects import elements, entry, integer, text

PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}


class Marked(NamedTuple):
    role: str
    mark: int | None


class Painted(NamedTuple):
    """An operator that paints, and the marked content around it, the outermost first."""

    operator: str
    around: tuple[Marked, ...]


@dataclass
class Content:
    painted: list[Painted] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)  # in the order they are set; one set twice stands twice
    has_print_colours: bool = False
    has_missing_glyphs: bool = False
    is_balanced: bool = True  # what begins ends, and nothing else does
    deepest: int = 0  # graphics states inside each other


def read_content(stream: Object | pikepdf.Page, resources: object) -> Content:
    """Raises `pikepdf.PdfError` where it is no content at all."""
    content, around, depth = Content(), list[Marked](), 0
    for instruction in pikepdf.parse_content_stream(stream):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator in ("BMC", "BDC"):
            around.append(_marked(operands, resources))
            content.marks += [] if around[-1].mark is None else [around[-1].mark]
        elif operator == "EMC":
            content.is_balanced &= bool(around)
            del around[-1:]
        elif operator in PAINTING or isinstance(instruction, pikepdf.ContentStreamInlineImage):
            content.painted.append(Painted(operator, tuple(around)))
            content.has_missing_glyphs |= operator in ("Tj", "TJ") and _shows_nothing(operands)
        elif operator in ("q", "Q"):
            depth += 1 if operator == "q" else -1
            content.is_balanced &= depth >= 0
            content.deepest = max(content.deepest, depth)
        content.has_print_colours |= operator in ("K", "k")
    content.is_balanced &= not around and depth == 0
    return content


def _marked(operands: Sequence[object], resources: object) -> Marked:
    """The properties may stand here or have a name among the page's resources."""
    role, properties = [*operands, None, None][:2]
    if isinstance(properties, Name):
        properties = entry(resources, "/Properties", str(properties))
    mark = integer(entry(properties, "/MCID"), -1)
    return Marked(text(role).removeprefix("/"), mark if mark >= 0 else None)


def _shows_nothing(operands: Sequence[object]) -> bool:
    """Glyph 0 of a composite font: the box that stands for a missing character."""
    shown = operands[0] if operands else None
    pieces = elements(shown) if isinstance(shown, Array) else [shown]
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, String))
    return any(codes[i : i + 2] == b"\0\0" for i in range(0, len(codes), 2))
