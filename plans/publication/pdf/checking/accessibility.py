"""The rules of ISO 14289-1:2014 (PDF/UA-1) that a program can check, but for those in `consistency`."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from plans.publication.pdf.checking.reading import every_tag, fonts, kids, links, role, tags_in

STANDARD = {
    *(
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
    ),
    *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
    *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form"),
    *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"),
}

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
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*")


def accessibility_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    yield from _document(pdf)
    yield from _headings(pdf)
    for tag, parent in every_tag(pdf):
        yield from _nesting(tag, parent)
        yield from _one_tag(tag)
    for number, page in enumerate(pdf.pages, 1):
        yield from _page(page, number, pdf)
    for font in fonts(pdf):
        yield from _font(font)


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    metadata = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
    marked = root.get("/MarkInfo", Dictionary())
    if "<pdfuaid:part>1</pdfuaid:part>" not in metadata:
        yield "14289-1, 5: dokumentet siger ikke, at det følger PDF/UA-1"
    if marked.get("/Marked") is not True or marked.get("/Suspects") is True:
        yield "14289-1, 7.1: dokumentet siger ikke, at alt er mærket"
    if not re.search(r"<dc:title>.*<rdf:li[^>]*>[^<]+<", metadata, re.DOTALL):
        yield "14289-1, 7.1: titlen mangler i metadata"
    if root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle") is not True:
        yield "14289-1, 7.1: læseren viser ikke titlen"
    if not _LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "14289-1, 7.2: dokumentets sprog mangler"
    if "/Outlines" not in root and len(pdf.pages) > 1:
        yield "32000-1, 12.3.3: bogmærker mangler"


def _headings(pdf: pikepdf.Pdf) -> Iterator[str]:
    before = 0
    for tag, _ in every_tag(pdf):
        if re.fullmatch(r"H[1-6]", role(tag)):
            level = int(role(tag)[1])
            if level > before + 1:
                yield f"14289-1, 7.4.2: overskrifterne springer fra niveau {before} til {level}"
            before = level


def _nesting(tag: Object, parent: Object) -> Iterator[str]:
    kind = role(tag)
    if kind not in STANDARD:
        yield f"14289-1, 7.1: {kind} er ikke et standardmærke"
    if kind in ABOVE and role(parent) not in ABOVE[kind]:
        yield f"14289-1, 7.2: {kind} står i {role(parent) or 'roden'}"
    if kind in BELOW:
        if len(tags_in(tag)) != len(kids(tag)):
            yield f"14289-1, 7.2: {kind} holder indhold uden mærke"
        for kid in tags_in(tag):
            if role(kid) not in BELOW[kind]:
                yield f"14289-1, 7.2: {kind} holder {role(kid)}"


def _one_tag(tag: Object) -> Iterator[str]:
    kind = role(tag)
    attributes = tag.get("/A", Dictionary())
    if kind == "Figure" and not str(tag.get("/Alt", "")):
        yield "14289-1, 7.3: et billede mangler en tekst, der siger, hvad det viser"
    if kind == "TH" and "/Scope" not in attributes:
        yield "14289-1, 7.5: en overskriftscelle siger ikke, hvad den gælder for"
    if kind == "Table":
        yield from _table(tag)
    if "/Lang" in tag and not _LANGUAGE.fullmatch(str(tag.Lang)):
        yield f"14289-1, 7.2: {tag.Lang} er ikke et sprog"


def _table(table: Object) -> Iterator[str]:
    parts = [role(part) for part in tags_in(table)]
    if parts.count("THead") > 1 or parts.count("TFoot") > 1 or ("THead" in parts and "TBody" not in parts):
        yield "14289-1, 7.2: en tabel har to hoveder eller et hoved uden krop"
    if "Caption" in parts[1:-1] or parts.count("Caption") > 1:
        yield "14289-1, 7.2: en tabels titel står midt i den"
    rows = [row for part in tags_in(table) for row in ([part] if role(part) == "TR" else tags_in(part))]
    widths = _widths([row for row in rows if role(row) == "TR"])
    if len(set(widths)) > 1 or 0 in widths or not widths:
        yield f"14289-1, 7.2: en tabels rækker er ikke lige brede: {sorted(set(widths))}"


def _widths(rows: list[Object]) -> list[int]:
    widths = [0] * len(rows)
    for index, row in enumerate(rows):
        for cell in tags_in(row):
            span = cell.get("/A", Dictionary())
            for below in range(index, min(len(rows), index + int(span.get("/RowSpan", 1)))):
                widths[below] += int(span.get("/ColSpan", 1))
    return widths


def _page(page: pikepdf.Page, number: int, pdf: pikepdf.Pdf) -> Iterator[str]:
    if page.get("/Annots") and page.get("/Tabs") != Name.S:
        yield f"14289-1, 7.18.3: side {number} har links, men følger ikke træets rækkefølge"
    for link in links(page):
        if not str(link.get("/Contents", "")):
            yield f"14289-1, 7.18.5: et link på side {number} siger ikke i ord, hvor det fører hen"
        if "/Dest" in link and str(link.Dest) not in _places(pdf):
            yield f"32000-1, 12.3.2: et link på side {number} fører til {link.Dest}, som ikke findes"


def _places(pdf: pikepdf.Pdf) -> set[str]:
    names = pdf.Root.get("/Names", Dictionary()).get("/Dests", Dictionary()).get("/Names", Array())
    return {str(name) for name in list(names)[::2]}


def _font(font: Object) -> Iterator[str]:
    name = str(font.get("/BaseFont", "?"))
    part = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = part.get("/FontDescriptor", Dictionary())
    if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
        yield f"14289-1, 7.21.4.1: skrifttypen {name} er ikke lagt i filen"
    if "/ToUnicode" not in font:
        yield f"14289-1, 7.21.7: skrifttypen {name} siger ikke, hvilke tegn den viser"
    elif re.search(rb"<[0-9a-f]{4}> <(0000|feff|fffe)>", font.ToUnicode.read_bytes(), re.IGNORECASE):
        yield f"14289-1, 7.21.7: skrifttypen {name} har tegn uden betydning"
    if part.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in part:
        yield f"14289-1, 7.21.3.2: skrifttypen {name} mangler vejen fra tegn til form"
