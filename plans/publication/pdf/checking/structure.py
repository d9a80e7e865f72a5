"""The tags of a document and what they own (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeGuard

from pikepdf import Dictionary, Object

from plans.publication.pdf.checking.objects import Place, elements, entry, integer, is_dictionary, place, text

Mark = tuple[int, int]  # a page's number, 0 for one that is not there, and the mark's on it

STANDARD = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
    *("NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
    *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form"),
    *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"),
}


class Tag(NamedTuple):
    thing: Object
    parent: object  # the root of the tree has none
    kind: str  # as the standard names it, without the slash
    kind_of_parent: str  # empty for the root

    @property
    def kids(self) -> list[object]:
        return elements(entry(self.thing, "/K"))

    @property
    def language(self) -> str:
        return text(entry(self.thing, "/Lang"))

    def attribute(self, key: str) -> object:
        """Attributes stand in one dictionary, or in several between numbers (ISO 32000-1, 14.7.5)."""
        found = (entry(each, key) for each in elements(entry(self.thing, "/A")))
        return next((value for value in found if value is not None), None)


def is_tag(kid: object) -> TypeGuard[Dictionary]:
    return isinstance(kid, Dictionary) and "/S" in kid


def owners_of_marks(tags: Iterable[Tag], page_numbers: Mapping[Place, int]) -> dict[Mark, list[Place]]:
    """As the tree tells it; a sound one names each mark once."""
    found: dict[Mark, list[Place]] = {}
    for tag, kid in _kids(tags):
        page, number = _marked_content(tag.thing, kid)
        if number >= 0:
            mark = (page_numbers.get(place(page), 0), number)
            found.setdefault(mark, []).append(place(tag.thing))
    return found


def owners_of_annotations(tags: Iterable[Tag]) -> dict[Place, Tag]:
    return {place(entry(kid, "/Obj")): tag for tag, kid in _kids(tags) if entry(kid, "/Type") == "/OBJR"}


def _kids(tags: Iterable[Tag]) -> Iterator[tuple[Tag, object]]:
    return ((tag, kid) for tag in tags for kid in tag.kids)


def _marked_content(tag: object, kid: object) -> tuple[object, int]:
    """Its page and number; what is no mark of a page has −1 (14.7.4.2)."""
    if not is_dictionary(kid):
        return entry(tag, "/Pg"), integer(kid, -1)
    if entry(kid, "/Type") != "/MCR" or "/Stm" in kid:
        return None, -1
    return kid.get("/Pg", entry(tag, "/Pg")), integer(entry(kid, "/MCID"), -1)
