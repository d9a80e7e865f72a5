"""A PDF as the rules ask about it. Nothing here fails, however oddly the file is built."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf
from pikepdf import Object

from plans.publication.pdf.checking.content import Content, read_content
from plans.publication.pdf.checking.objects import (
    Place,
    elements,
    entries,
    entry,
    integer,
    is_dictionary,
    leaves,
    place,
    rectangle,
    text,
)
from plans.publication.pdf.checking.structure import (
    STANDARD,
    Mark,
    Tag,
    is_tag,
    owners_of_annotations,
    owners_of_marks,
)
from plans.publication.pdf.checking.xmp import Metadata

_HIDDEN = 2  # a flag of an annotation (ISO 32000-1, 12.5.3)


@dataclass(frozen=True, eq=False)
class Page:
    number: int  # counted from 1
    thing: Object

    @cached_property
    def content(self) -> Content | None:
        """None where it cannot be read."""
        try:
            return read_content(self.thing, self.inherited("/Resources"))
        except (pikepdf.PdfError, TypeError, ValueError):
            return None

    @property
    def annotations(self) -> list[Object]:
        return [each for each in elements(entry(self.thing, "/Annots")) if is_dictionary(each)]

    def inherited(self, key: str) -> object:
        """What a page does not say, the nearest group of pages above it does (ISO 32000-1, 7.7.3.4)."""
        node: object = self.thing
        seen = set[Place]()
        while is_dictionary(node) and place(node) not in seen:
            if key in node:
                return node.get(key)
            seen.add(place(node))
            node = node.get("/Parent")
        return None

    def shows(self, annotation: object) -> bool:
        """Neither hidden nor wholly outside the page, its edge included: the others need no tag or words."""
        if integer(entry(annotation, "/F"), 0) & _HIDDEN:
            return False
        box = rectangle(self.inherited("/CropBox")) or rectangle(self.inherited("/MediaBox"))
        area = rectangle(entry(annotation, "/Rect"))
        if not box or not area:
            return True
        return area[0] < box[2] and area[1] < box[3] and area[2] > box[0] and area[3] > box[1]


class Document:
    """`data` is the file that was opened as `pdf`."""

    def __init__(self, pdf: pikepdf.Pdf, data: bytes) -> None:
        self.pdf, self.data = pdf, data

    @cached_property
    def catalogue(self) -> object:
        return self.pdf.trailer.get("/Root")

    @cached_property
    def pages(self) -> list[Page]:
        try:
            return [Page(number, page.obj) for number, page in enumerate(self.pdf.pages, 1)]
        except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
            return []

    @cached_property
    def objects(self) -> list[Object]:
        """The indirect ones, each once."""
        return [each for each in self.pdf.objects if isinstance(each, Object)]

    @cached_property
    def tree(self) -> object:
        """The root of the tags."""
        return entry(self.catalogue, "/StructTreeRoot")

    @cached_property
    def tags(self) -> list[Tag]:
        """In reading order, each once, though the tree run in a ring."""
        return list(self._walk())

    def _walk(self) -> Iterator[Tag]:
        seen = set[Place]()
        waiting = self._below(self.tree, "")
        while waiting:
            tag = waiting.pop()
            if place(tag.thing) not in seen:
                seen |= {place(tag.thing)} - {(0, 0)}
                yield tag
                waiting.extend(self._below(tag.thing, tag.kind))

    def _below(self, parent: object, kind: str) -> list[Tag]:
        """The last one first."""
        kids = [kid for kid in elements(entry(parent, "/K")) if is_tag(kid)]
        return [Tag(kid, parent, self.kind(kid), kind) for kid in reversed(kids)]

    def kinds_in(self, thing: object) -> list[tuple[Object, str]]:
        """The tags directly below one, with their kinds."""
        return [(tag.thing, tag.kind) for tag in reversed(self._below(thing, ""))]

    def kind(self, tag: object) -> str:
        """A name of the file's own stands for one of the standard's (ISO 32000-1, 14.7.3)."""
        name, seen = text(entry(tag, "/S")), set[str]()
        while name and name[1:] not in STANDARD and name not in seen:
            seen.add(name)
            name = self._other_names.get(name, name)
        return name[1:]

    @cached_property
    def _other_names(self) -> dict[str, str]:
        return {
            name: text(kind) for name, kind in entries(entry(self.tree, "/RoleMap")).items() if text(kind)
        }

    @cached_property
    def parents(self) -> dict[int, object]:
        """A page's number in the parent tree → its tags, an annotation's → its tag (32000-1, 14.7.4.4)."""
        found = leaves(entry(self.tree, "/ParentTree"), "/Nums")
        return {number: owner for number, owner in found if isinstance(number, int)}

    @cached_property
    def owners_of_marks(self) -> dict[Mark, list[Place]]:
        return owners_of_marks(self.tags, {place(page.thing): page.number for page in self.pages})

    @cached_property
    def owners_of_annotations(self) -> dict[Place, Tag]:
        return owners_of_annotations(self.tags)

    @cached_property
    def metadata(self) -> Metadata:
        return Metadata(entry(self.catalogue, "/Metadata"))

    @cached_property
    def destinations(self) -> set[str]:
        """The names of places that links lead to (ISO 32000-1, 12.3.2.3)."""
        named = {text(name) for name, _ in leaves(entry(self.catalogue, "/Names", "/Dests"), "/Names")}
        return named | set(entries(entry(self.catalogue, "/Dests")))

    @cached_property
    def fonts(self) -> list[Object]:
        """Those that text is set in, but not the parts of composite fonts."""
        found = {}
        for page in self.pages:
            for font in entries(entry(page.inherited("/Resources"), "/Font")).values():
                if is_dictionary(font):
                    found[place(font) if font.is_indirect else (id(font), 0)] = font
        return list(found.values())
