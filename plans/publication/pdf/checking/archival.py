"""ISO 19005-3:2012 (PDF/A-3) of the file and its objects, but for metadata, actions and attachments."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Object, Stream

from plans.publication.pdf.checking.content import Content, read_content
from plans.publication.pdf.checking.document import Document, Page
from plans.publication.pdf.checking.finding import Finding
from plans.publication.pdf.checking.objects import (
    content_of,
    elements,
    entries,
    entry,
    integer,
    rectangle,
    text,
)

_BLENDING = {
    *("/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge"),
    *("/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation"),
    *("/Color", "/Luminosity"),
}
_LONGEST_STRING, _LONGEST_NAME, _DEEPEST_STATE = 32_767, 127, 28
_SMALLEST, _LARGEST = 3, 14_400  # points, of a page's side


def file_is_framed(document: Document) -> Iterator[Finding]:
    """6.1.2–6.1.4; what is added after the end, as a seal is, ends with an end of its own."""
    if not re.match(rb"%PDF-1\.[2-7]\r?\n%[\x80-\xff]{4}", document.data):
        yield Finding("19005-3, 6.1.2", "filens første linjer er ikke en arkivfils")
    if not re.search(rb"%%EOF\r?\n?$", document.data[-16:]):
        yield Finding("19005-3, 6.1.3", "der står noget efter filens slutning")
    if not elements(entry(document.pdf.trailer, "/ID")):
        yield Finding("19005-3, 6.1.3", "filens kendemærke mangler")
    if document.pdf.is_encrypted:
        yield Finding("19005-3, 6.1.3", "filen er låst")
    if document.pdf.get_warnings():
        yield Finding("19005-3, 6.1.4", "filens liste over sit indhold er i stykker")
    if not document.pages:
        yield Finding("32000-1, 7.7.3", "dokumentet har ingen sider")


def catalogue_is_plain(document: Document) -> Iterator[Finding]:
    """6.4, 6.9–6.11; of permissions only those of a signature (6.1.12)."""
    for key in ("/Requirements", "/OCProperties", "/NeedsRendering"):
        if entry(document.catalogue, key) is not None:
            yield Finding("19005-3, 6.4.2, 6.9, 6.11", f"dokumentet har {key}")
    if entry(document.catalogue, "/Names", "/AlternatePresentations") is not None:
        yield Finding("19005-3, 6.10", "dokumentet har /AlternatePresentations")
    form = entry(document.catalogue, "/AcroForm")
    if entry(form, "/NeedAppearances") is True or entry(form, "/XFA") is not None:
        yield Finding("19005-3, 6.4", "dokumentet har en formular, som læseren skal tegne")
    if set(entries(entry(document.catalogue, "/Perms"))) - {"/DocMDP", "/UR3"}:
        yield Finding("19005-3, 6.1.12", "dokumentet har rettigheder, som et arkiv ikke kender")


def colours_are_defined(document: Document) -> Iterator[Finding]:
    intents = [
        each
        for each in elements(entry(document.catalogue, "/OutputIntents"))
        if entry(each, "/S") == "/GTS_PDFA1"
    ]
    if len(intents) != 1:
        yield Finding("19005-3, 6.2.3", "der skal være netop én farveprofil")
        return
    profile = entry(intents[0], "/DestOutputProfile")
    if content_of(profile)[16:20] != b"RGB " or integer(entry(profile, "/N"), 0) != 3:
        yield Finding("19005-3, 6.2.4", "farveprofilen er ikke RGB")


def stream_is_whole(thing: Object) -> Iterator[Finding]:
    if not isinstance(thing, Stream):
        return
    if "/LZWDecode" in map(text, elements(entry(thing, "/Filter"))):
        yield Finding("19005-3, 6.1.7.2", "indhold er pakket med LZW")
    if {"/F", "/FFilter", "/FDecodeParms"} & set(thing.keys()):
        yield Finding("19005-3, 6.1.7.1", "indhold ligger i en anden fil")
    if entry(thing, "/Subtype") == "/Image":
        if entry(thing, "/Interpolate") is True:
            yield Finding("19005-3, 6.2.8.3", "et billede vil glattes")
        if {"/Alternates", "/OPI"} & set(thing.keys()):
            yield Finding("19005-3, 6.2.8", "et billede har et andet i stedet")
        if entry(thing, "/ColorSpace") == "/DeviceCMYK":
            yield Finding("19005-3, 6.2.4.3", "et billede har trykfarver")
    if entry(thing, "/Subtype") == "/PS" or {"/PS", "/Ref"} & set(thing.keys()):
        yield Finding("19005-3, 6.2.9", "indhold er PostScript eller hentes fra en anden fil")
    if entry(thing, "/Subtype") == "/Form":
        yield from _drawing(read_content(thing, entry(thing, "/Resources")), None)


def state_is_plain(thing: Object) -> Iterator[Finding]:
    """Graphics states: no colour is changed as it is drawn (6.2.5), and layers mix in known ways (6.2.10)."""
    if entry(thing, "/Type") != "/ExtGState" and not {"/ca", "/CA", "/BM"} & set(thing.keys()):
        return
    if {"/TR", "/HTP"} & set(thing.keys()) or thing.get("/TR2", "/Default") != "/Default":
        yield Finding("19005-3, 6.2.5", "farver omregnes, når der tegnes")
    for kind in map(text, elements(entry(thing, "/BM"))):
        if kind not in _BLENDING:
            yield Finding("19005-3, 6.2.10", f"blandingen {kind} er ikke tilladt")


def nothing_is_too_long(thing: Object) -> Iterator[Finding]:
    """But for the seal itself, which stands in a string as long as it takes (6.4.3)."""
    for key, value in entries(thing).items():
        is_seal = key == "/Contents" and "/ByteRange" in thing
        length = len(bytes(value)) if isinstance(value, pikepdf.String) and not is_seal else 0
        if length > _LONGEST_STRING or len(key.encode(errors="surrogateescape")) > _LONGEST_NAME:
            yield Finding("19005-3, 6.1.13", "et navn eller en tekst er for lang")


def page_has_a_size(_: Document, page: Page) -> Iterator[Finding]:
    left, bottom, right, top = rectangle(page.inherited("/MediaBox")) or (0, 0, 0, 0)
    if not all(_SMALLEST <= side <= _LARGEST for side in (right - left, top - bottom)):
        yield Finding("19005-3, 6.1.13", "formatet er ikke tilladt", page.number)


def page_can_be_drawn(_: Document, page: Page) -> Iterator[Finding]:
    """An unreadable one is told in `consistency`."""
    if page.content is not None:
        yield from _drawing(page.content, page.number)


def _drawing(content: Content, page: int | None) -> Iterator[Finding]:
    if content.has_print_colours:
        yield Finding("19005-3, 6.2.4.3", "der er trykfarver", page)
    if content.has_missing_glyphs:
        yield Finding("19005-3, 6.2.11.8", "der er et tegn, som skrifttypen ikke har", page)
    if content.deepest > _DEEPEST_STATE:
        yield Finding("19005-3, 6.1.13", f"der er tegnet i {content.deepest} lag", page)


OF_DOCUMENT = (file_is_framed, catalogue_is_plain, colours_are_defined)
OF_OBJECT = (stream_is_whole, state_is_plain, nothing_is_too_long)
OF_PAGE = (page_has_a_size, page_can_be_drawn)
