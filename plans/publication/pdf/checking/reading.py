"""How the checks read a PDF: its tags and what is painted on its pages."""

from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Object

PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}


class Painted(NamedTuple):
    """An operator that paints, and the marked content around it, the outermost first."""

    operator: str
    around: tuple["Marked", ...]


class Marked(NamedTuple):
    role: str
    mark: int | None


def kids(tag: Object) -> list[Object]:
    held = tag.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def is_tag(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def tags_in(tag: Object) -> list[Object]:
    return [kid for kid in kids(tag) if is_tag(kid)]


def role(tag: Object) -> str:
    return str(tag.S)[1:] if "/S" in tag else ""


def every_tag(pdf: pikepdf.Pdf) -> Iterator[tuple[Object, Object]]:
    """Each tag with its parent, in reading order."""
    root = pdf.Root.get("/StructTreeRoot")
    waiting = [(tag, root) for tag in reversed(tags_in(root))] if root is not None else []
    while waiting:
        tag, parent = waiting.pop()
        yield tag, parent
        waiting.extend((kid, tag) for kid in reversed(tags_in(tag)))


def links(page: pikepdf.Page) -> list[Object]:
    return [each for each in page.get("/Annots", []) if each.get("/Subtype") == "/Link"]


def painted(page: pikepdf.Page) -> Iterator[Painted]:
    around: list[Marked] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BMC", "BDC"):
            properties = instruction.operands[1] if operator == "BDC" else None
            mark = (
                int(properties.MCID) if isinstance(properties, Dictionary) and "/MCID" in properties else None
            )
            around.append(Marked(str(instruction.operands[0])[1:], mark))
        elif operator == "EMC":
            around.pop()
        elif operator in PAINTING or isinstance(instruction, pikepdf.ContentStreamInlineImage):
            yield Painted(operator, tuple(around))


def marks(page: pikepdf.Page) -> list[int]:
    """The numbers of the page's marks, in the order they are set; a number set twice stands twice."""
    return [
        int(instruction.operands[1].MCID)
        for instruction in pikepdf.parse_content_stream(page, "BDC")
        if isinstance(instruction.operands[1], Dictionary) and "/MCID" in instruction.operands[1]
    ]


def fonts(pdf: pikepdf.Pdf) -> list[Object]:
    """Each font that text is set in, but not the parts of composite fonts."""
    found = {}
    for page in pdf.pages:
        for font in page.get("/Resources", Dictionary()).get("/Font", Dictionary()).values():
            found[font.objgen] = font
    return list(found.values())
