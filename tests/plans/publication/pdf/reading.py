"""Short ways to the tags of a printed document."""

import pikepdf

from plans.publication.pdf.checking.content import Painted, read_content
from plans.publication.pdf.checking.document import Document
from plans.publication.pdf.checking.structure import is_tag


def tags(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [tag.thing for tag in Document(pdf, b"").tags if tag.kind == kind]


def shape(tag: pikepdf.Object) -> str:
    """`L(LI(Lbl LBody(P)))`: the roles of a tag and of those in it."""
    role = str(tag.S)[1:]
    inner = " ".join(shape(kid) for kid in kids(tag) if is_tag(kid))
    return f"{role}({inner})" if inner else role


def kids(tag: pikepdf.Object) -> list[pikepdf.Object]:
    held = tag.get("/K", pikepdf.Array())
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def painted(page: pikepdf.Page) -> list[Painted]:
    return read_content(page, page.obj.Resources).painted


def pages_of(tag: pikepdf.Object, pdf: pikepdf.Pdf) -> set[int]:
    """On which pages the tag's own content stands."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    found = set()
    for kid in kids(tag):
        if is_tag(kid):
            found |= pages_of(kid, pdf)
        elif not isinstance(kid, pikepdf.Dictionary):
            found.add(numbers[tag.Pg.objgen])
        elif kid.get("/Type") == "/MCR":
            found.add(numbers[kid.Pg.objgen])
    return found
