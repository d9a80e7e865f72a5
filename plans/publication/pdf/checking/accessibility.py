"""ISO 14289-1:2014 (PDF/UA-1) of a document and its fonts; tags: `tags`, annotations: `annotations`."""

import re
from collections.abc import Iterator

from plans.publication.pdf.checking.document import Document
from plans.publication.pdf.checking.finding import Finding
from plans.publication.pdf.checking.objects import content_of, elements, entries, entry, text
from plans.publication.pdf.checking.tags import LANGUAGE
from plans.publication.pdf.checking.xmp import DC, PDFUAID

_NO_MEANING = re.compile(rb"<[0-9a-f]{4}> <(0000|feff|fffe)>", re.IGNORECASE)


def says_what_it_keeps(document: Document) -> Iterator[Finding]:
    if document.metadata.said(f"{PDFUAID}part") != ["1"]:
        yield Finding("14289-1, 5", "dokumentet siger ikke, at det følger PDF/UA-1")
    marked = entry(document.catalogue, "/MarkInfo")
    if entry(marked, "/Marked") is not True or entry(marked, "/Suspects") is True:
        yield Finding("14289-1, 7.1", "dokumentet siger ikke, at alt er mærket")
    if document.tree is None:
        yield Finding("14289-1, 7.1", "dokumentet har intet træ af mærker")


def can_be_introduced(document: Document) -> Iterator[Finding]:
    """By its title and in its language (7.1, 7.2)."""
    if not any(document.metadata.said(f"{DC}title")):
        yield Finding("14289-1, 7.1", "titlen mangler i metadata")
    if entry(document.catalogue, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield Finding("14289-1, 7.1", "læseren viser ikke titlen")
    if not LANGUAGE.fullmatch(text(entry(document.catalogue, "/Lang"))):
        yield Finding("14289-1, 7.2", "dokumentets sprog mangler")


def can_be_leafed_through(document: Document) -> Iterator[Finding]:
    if entry(document.catalogue, "/Outlines", "/First") is None and len(document.pages) > 1:
        yield Finding("32000-1, 12.3.3", "bogmærker mangler")


def font_is_embedded(font: object) -> Iterator[Finding]:
    """7.21.4.1, and the way from characters to glyphs in 7.21.3.2."""
    part = _part(font)
    if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(entries(entry(part, "/FontDescriptor"))):
        yield Finding("14289-1, 7.21.4.1", f"skrifttypen {_name(font)} er ikke lagt i filen")
    if entry(part, "/Subtype") == "/CIDFontType2" and entry(part, "/CIDToGIDMap") is None:
        yield Finding("14289-1, 7.21.3.2", f"skrifttypen {_name(font)} mangler vejen fra tegn til form")


def font_has_meaning(font: object) -> Iterator[Finding]:
    """7.21.7: what is copied or read aloud is what is seen."""
    meaning = content_of(entry(font, "/ToUnicode"))
    if not meaning:
        yield Finding("14289-1, 7.21.7", f"skrifttypen {_name(font)} siger ikke, hvilke tegn den viser")
    elif _NO_MEANING.search(meaning):
        yield Finding("14289-1, 7.21.7", f"skrifttypen {_name(font)} har tegn uden betydning")


def _part(font: object) -> object:
    """Of a composite font the one inside it, where the glyphs are."""
    return next(iter(elements(entry(font, "/DescendantFonts"))), font)


def _name(font: object) -> str:
    return text(entry(font, "/BaseFont")).removeprefix("/") or "?"


OF_DOCUMENT = (says_what_it_keeps, can_be_introduced, can_be_leafed_through)
OF_FONT = (font_is_embedded, font_has_meaning)
