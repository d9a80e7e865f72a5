"""Short ways to the tags of a printed document."""

import pikepdf

from plans.publication.pdf.checking.reading import every_tag, is_tag, kids, role, tags_in

Tree = tuple[str, list["Tree"]]


def tags(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [tag for tag, _ in every_tag(pdf) if role(tag) == kind]


def shape(tag: pikepdf.Object) -> str:
    """`L(LI(Lbl LBody(P)))`: the roles of a tag and of those in it."""
    inner = " ".join(shape(kid) for kid in tags_in(tag))
    return f"{role(tag)}({inner})" if inner else role(tag)


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
