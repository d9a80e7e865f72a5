"""The tag tree of a PDF, read from WeasyPrint's objects and written back to them (ISO 32000-1, 14.7)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Union

import pydyf


class Mark(NamedTuple):
    """A marked piece of a page's content."""

    page: int
    number: int


class LinkArea(NamedTuple):
    """The place on a page that one can click."""

    reference: bytes
    annotation: pydyf.Dictionary


Kid = Union["Tag", Mark, LinkArea]


@dataclass(eq=False)
class Tag:
    thing: pydyf.Dictionary
    kind: str  # as in PDF: P, H2, Table …
    page: int
    kids: list[Kid] = field(default_factory=list)

    @property
    def tags(self) -> list["Tag"]:
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    @property
    def source(self) -> tuple[Any, str] | None:
        """The HTML element that the tag came from, and which part of it."""
        return getattr(self.thing, "source", None)

    def attribute(self, name: str) -> str:
        return self.source[0].get(name, "") if self.source else ""

    def walk(self) -> Iterator["Tag"]:
        """The tag and all below it, in reading order."""
        waiting = [self]
        while waiting:
            tag = waiting.pop()
            yield tag
            waiting.extend(reversed(tag.tags))

    def marks(self) -> Iterator[Mark]:
        for tag in self.walk():
            yield from (kid for kid in tag.kids if isinstance(kid, Mark))


class TagTree:
    """Read once, changed at will, written back once; WeasyPrint's own objects follow when written."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self.pdf = pdf
        self.pages = [self._at(reference) for reference in pdf.page_references]
        self._references = list(pdf.page_references)
        self._numbers = {reference: number for number, reference in enumerate(self._references)}
        self._root = self._at(pdf.catalog["StructTreeRoot"])
        self._parents = self._at(self._root["ParentTree"])["Nums"]
        self.document = self._read(self._at(self._root["K"][0]), page=0)
        self._before = list(self.document.walk())

    def _at(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]

    def _read(self, thing: pydyf.Dictionary, page: int) -> Tag:
        tag = Tag(thing, thing["S"][1:], self._numbers.get(thing.get("Pg"), page))
        for kid in thing["K"]:
            if isinstance(kid, int):
                tag.kids.append(Mark(tag.page, kid))
                continue
            held = self._at(kid)
            if held["Type"] == "/OBJR":
                tag.kids.append(LinkArea(kid, self._at(held["Obj"])))
            else:
                tag.kids.append(self._read(held, tag.page))
        return tag

    def new_tag(self, kind: str, page: int) -> Tag:
        thing = pydyf.Dictionary({"Type": "/StructElem", "Pg": self._references[page]})
        self.pdf.add_object(thing)
        return Tag(thing, kind, page)

    def marks_on(self, page: int) -> int:
        """How many marks WeasyPrint set on `page`, running headers and footers included."""
        return len(self._parents[2 * page + 1])

    def write(self) -> None:
        """Tags, and the table that leads from each mark and each link back to its tag."""
        owners: list[list[bytes]] = [[b"null"] * self.marks_on(page) for page in range(len(self.pages))]
        areas: dict[int, bytes] = {}
        alive = set()
        for tag in self.document.walk():
            alive.add(tag.thing.number)
            self._write(tag)
            for kid in tag.kids:
                if isinstance(kid, Mark):
                    owners[kid.page][kid.number] = tag.thing.reference
                elif isinstance(kid, LinkArea):
                    areas[kid.annotation["StructParent"]] = tag.thing.reference
        self._parents[:] = [
            entry
            for number, held in [*enumerate(map(pydyf.Array, owners)), *sorted(areas.items())]
            for entry in (number, held)
        ]
        for tag in self._before:
            if tag.thing.number not in alive:
                tag.thing.free, tag.thing.generation = "f", 65_535

    def _write(self, tag: Tag) -> None:
        tag.thing["S"] = f"/{tag.kind}"
        tag.thing["K"] = pydyf.Array([self._held(tag, kid) for kid in tag.kids])
        for kid in tag.tags:
            kid.thing["P"] = tag.thing.reference

    def _held(self, tag: Tag, kid: Kid) -> object:
        if isinstance(kid, Tag):
            return kid.thing.reference
        if isinstance(kid, LinkArea):
            return kid.reference
        if kid.page == tag.page:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self._references[kid.page], "MCID": kid.number})
