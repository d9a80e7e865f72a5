"""ISO 14289-1:2014 (PDF/UA-1), 7.1–7.5, of the tags, one by one."""

import re
from collections.abc import Iterator

from pikepdf import Object

from plans.publication.pdf.checking.document import Document
from plans.publication.pdf.checking.finding import Finding
from plans.publication.pdf.checking.objects import entry, integer, text
from plans.publication.pdf.checking.structure import STANDARD, Tag, is_tag

LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*")
_HEADING = re.compile(r"H[1-6]")

# Who may stand directly below (ISO 32000-1, 14.8.4.3); and where one must stand.
BELOW = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
ABOVE = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
}


def headings_go_step_by_step(document: Document) -> Iterator[Finding]:
    before = 0
    for tag in document.tags:
        if _HEADING.fullmatch(tag.kind):
            level = int(tag.kind[1])
            if level > before + 1:
                yield Finding("14289-1, 7.4.2", f"overskrifterne springer fra niveau {before} til {level}")
            before = level


def stands_in_its_place(document: Document, tag: Tag) -> Iterator[Finding]:
    kind = tag.kind
    if kind not in STANDARD:
        yield Finding("14289-1, 7.1", f"{kind or 'et mærke uden navn'} er ikke et standardmærke")
    if kind in ABOVE and tag.kind_of_parent not in ABOVE[kind]:
        yield Finding("14289-1, 7.2", f"{kind} står i {tag.kind_of_parent or 'roden'}")
    if kind in BELOW:
        if not all(is_tag(kid) for kid in tag.kids):
            yield Finding("14289-1, 7.2", f"{kind} holder indhold uden mærke")
        for _, below in document.kinds_in(tag.thing):
            if below not in BELOW[kind]:
                yield Finding("14289-1, 7.2", f"{kind} holder {below}")


def says_what_it_must(document: Document, tag: Tag) -> Iterator[Finding]:
    if tag.kind == "Figure" and not text(entry(tag.thing, "/Alt")) and "/ActualText" not in tag.thing:
        yield Finding("14289-1, 7.3", "et billede mangler en tekst, der siger, hvad det viser")
    if tag.kind == "TH" and tag.attribute("/Scope") is None:
        yield Finding("14289-1, 7.5", "en overskriftscelle siger ikke, hvad den gælder for")
    if "/Lang" in tag.thing and not LANGUAGE.fullmatch(tag.language):
        yield Finding("14289-1, 7.2", f"{tag.language or 'et mærkes sprog'} er ikke et sprog")


def table_is_whole(document: Document, tag: Tag) -> Iterator[Finding]:
    if tag.kind != "Table":
        return
    inside = document.kinds_in(tag.thing)
    parts = [kind for _, kind in inside]
    if parts.count("THead") > 1 or parts.count("TFoot") > 1 or ("THead" in parts and "TBody" not in parts):
        yield Finding("14289-1, 7.2", "en tabel har to hoveder eller et hoved uden krop")
    if "Caption" in parts[1:-1] or parts.count("Caption") > 1:
        yield Finding("14289-1, 7.2", "en tabels titel står midt i den")
    rows = [
        row
        for part, kind in inside
        for row, below in ([(part, kind)] if kind == "TR" else document.kinds_in(part))
        if below == "TR"
    ]
    widths = _widths(document, rows)
    if len(set(widths)) > 1 or 0 in widths or not widths:
        yield Finding("14289-1, 7.2", f"en tabels rækker er ikke lige brede: {sorted(set(widths))}")


def _widths(document: Document, rows: list[Object]) -> list[int]:
    """In cells; a cell counts in each row that it spans."""
    widths = [0] * len(rows)
    for index, row in enumerate(rows):
        for cell, kind in document.kinds_in(row):
            one = Tag(cell, row, kind, "TR")
            height, width = (integer(one.attribute(key), 1) for key in ("/RowSpan", "/ColSpan"))
            for below in range(index, min(len(rows), index + height)):
                widths[below] += width
    return widths


OF_DOCUMENT = (headings_go_step_by_step,)
OF_TAG = (stands_in_its_place, says_what_it_must, table_is_whole)
