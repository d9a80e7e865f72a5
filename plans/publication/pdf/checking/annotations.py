"""Links, form fields and notes: ISO 14289-1:2014, 7.18, and ISO 19005-3:2012, 6.3 and 6.4.1."""

from collections.abc import Iterator

from plans.publication.pdf.checking.document import Document, Page
from plans.publication.pdf.checking.finding import Finding
from plans.publication.pdf.checking.objects import entry, integer, place, rectangle, text

_ALLOWED = {
    *("/Text", "/Link", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight"),
    *("/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Popup", "/FileAttachment"),
    *("/Widget", "/PrinterMark", "/TrapNet", "/Watermark", "/Redact"),
}
# Their tags in the tree; all others stand in Annot (7.18.1, 7.18.4, 7.18.5).
_TAGS = {"/Link": "Link", "/Widget": "Form"}
_UNTAGGED = ("/Popup", "/PrinterMark")
_NAMES = {"/Link": "et link", "/Widget": "et formularfelt"}
_CLAUSES = {"/Link": "14289-1, 7.18.5", "/Widget": "14289-1, 7.18.4"}
_PRINT, _UNSEEN = 4, 1 | 2 | 32 | 256  # flags: Print; Invisible, Hidden, NoView, ToggleNoView


def follow_the_tree(document: Document, page: Page) -> Iterator[Finding]:
    if page.annotations and entry(page.thing, "/Tabs") != "/S":
        yield Finding("14289-1, 7.18.3", "siden har links, men følger ikke træets rækkefølge", page.number)


def stand_in_the_tree(document: Document, page: Page) -> Iterator[Finding]:
    """But for those that nobody meets: hidden, or outside the page, as a seal's field is (7.18.1)."""
    for annotation in page.annotations:
        kind = text(entry(annotation, "/Subtype"))
        if kind in _UNTAGGED or not page.shows(annotation):
            continue
        owner = document.parents.get(integer(entry(annotation, "/StructParent"), -1))
        tag = document.owners_of_annotations.get(place(annotation))
        if tag is None or place(owner) != place(tag.thing) or tag.kind != _TAGS.get(kind, "Annot"):
            clause = _CLAUSES.get(kind, "14289-1, 7.18.1")
            yield Finding(clause, f"{_NAMES.get(kind, 'en note')} står ikke i træet", page.number)


def say_it_in_words(document: Document, page: Page) -> Iterator[Finding]:
    for annotation in page.annotations:
        kind = text(entry(annotation, "/Subtype"))
        if not page.shows(annotation):
            continue
        if kind == "/Link" and not text(entry(annotation, "/Contents")):
            said = "et link siger ikke i ord, hvor det fører hen"
            yield Finding("14289-1, 7.18.5", said, page.number)
        elif kind == "/Widget" and not _name_of_field(annotation):
            yield Finding("14289-1, 7.18.1", "et formularfelt siger ikke i ord, hvad det er", page.number)
        elif kind not in ("/Link", "/Widget", "/Popup") and not _words(document, annotation):
            yield Finding("14289-1, 7.18.1", "en note siger ikke i ord, hvad den er", page.number)


def _name_of_field(widget: object) -> str:
    return text(entry(widget, "/TU")) or text(entry(widget, "/Parent", "/TU"))


def _words(document: Document, annotation: object) -> str:
    tag = document.owners_of_annotations.get(place(annotation))
    return text(entry(annotation, "/Contents")) or (text(entry(tag.thing, "/Alt")) if tag else "")


def lead_somewhere(document: Document, page: Page) -> Iterator[Finding]:
    for annotation in page.annotations:
        name = text(entry(annotation, "/Dest"))
        if entry(annotation, "/A", "/S") == "/GoTo":
            name = name or text(entry(annotation, "/A", "/D"))
        if name and name not in document.destinations:
            yield Finding("32000-1, 12.3.2", f"et link fører til {name}, som ikke findes", page.number)


def can_be_archived(document: Document, page: Page) -> Iterator[Finding]:
    for annotation in page.annotations:
        kind = text(entry(annotation, "/Subtype"))
        flags = integer(entry(annotation, "/F"), 0)
        name = _NAMES.get(kind, "en note")
        if kind not in _ALLOWED:
            said = f"en note af arten {kind.removeprefix('/') or '?'} er ikke tilladt"
            yield Finding("19005-3, 6.3.1", said, page.number)
        if kind != "/Popup" and (not flags & _PRINT or flags & _UNSEEN):
            yield Finding("19005-3, 6.3.2", f"{name} trykkes ikke", page.number)
        if kind not in ("/Link", "/Popup") and "/AP" not in annotation and not _has_no_size(annotation):
            yield Finding("19005-3, 6.3.3", f"{name} siger ikke, hvordan det ser ud", page.number)
        if kind == "/Widget" and {"/A", "/AA"} & set(annotation.keys()):
            yield Finding("19005-3, 6.4.1", "et formularfelt handler selv", page.number)


def _has_no_size(annotation: object) -> bool:
    area = rectangle(entry(annotation, "/Rect"))
    return bool(area) and area[0] == area[2] and area[1] == area[3]


OF_PAGE = (follow_the_tree, stand_in_the_tree, say_it_in_words, lead_somewhere, can_be_archived)
