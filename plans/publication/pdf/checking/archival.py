"""The rules of ISO 19005-3:2012 (PDF/A-3) that a program can check; tags and fonts: `accessibility`."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from plans.publication.pdf.checking.metadata import metadata_problems

FORBIDDEN_ACTIONS = {
    *("/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/JavaScript"),
    *("/Hide", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView"),
}
ANNOTATIONS = {
    *("/Text", "/Link", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight"),
    *(
        "/Underline",
        "/Squiggly",
        "/StrikeOut",
        "/Stamp",
        "/Caret",
        "/Ink",
        "/Popup",
        "/Widget",
        "/PrinterMark",
    ),
    *("/TrapNet", "/Watermark", "/Redact", "/FileAttachment"),
}
BLENDING = {
    *("/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge"),
    *("/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion"),
    *("/Hue", "/Saturation", "/Color", "/Luminosity"),
}
PRINT, UNSEEN = 4, 1 | 2 | 32 | 256  # flags: Print; Invisible, Hidden, NoView, ToggleNoView
LONGEST_STRING, LONGEST_NAME, DEEPEST_STATE = 32_767, 127, 28


def archival_problems(pdf: pikepdf.Pdf, data: bytes) -> Iterator[str]:
    yield from _file(pdf, data)
    yield from _catalogue(pdf)
    yield from _intent(pdf)
    yield from metadata_problems(pdf)
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            yield from _stream(thing)
        if isinstance(thing, Dictionary | Stream):
            yield from _dictionary(thing)
    for number, page in enumerate(pdf.pages, 1):
        yield from _page(page, number)


def _file(pdf: pikepdf.Pdf, data: bytes) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[2-7]\r?\n%[\x80-\xff]{4}", data):
        yield "19005-3, 6.1.2: filens første linjer er ikke en arkivfils"
    if not re.search(rb"%%EOF\r?\n?$", data):
        yield "19005-3, 6.1.3: der står noget efter filens slutning"
    if "/ID" not in pdf.trailer:
        yield "19005-3, 6.1.3: filens kendemærke mangler"
    if pdf.is_encrypted:
        yield "19005-3, 6.1.3: filen er låst"


def _catalogue(pdf: pikepdf.Pdf) -> Iterator[str]:
    for key in ("/AA", "/Requirements", "/OCProperties", "/NeedsRendering"):
        if key in pdf.Root:
            yield f"19005-3, 6.5.2, 6.9–6.11: dokumentet har {key}"
    names = pdf.Root.get("/Names", Dictionary())
    for key in ("/JavaScript", "/AlternatePresentations"):
        if key in names:
            yield f"19005-3, 6.5, 6.10: dokumentet har {key}"
    if "/AcroForm" in pdf.Root and (pdf.Root.AcroForm.get("/NeedAppearances") or "/XFA" in pdf.Root.AcroForm):
        yield "19005-3, 6.4: dokumentet har en formular, som læseren skal tegne"
    if "/EmbeddedFiles" in names and not pdf.Root.get("/AF"):
        yield "19005-3, 6.8: vedlagte filer hører ikke til dokumentet"


def _intent(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = [each for each in pdf.Root.get("/OutputIntents", []) if each.get("/S") == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield "19005-3, 6.2.3: der skal være netop én farveprofil"
        return
    profile = intents[0].DestOutputProfile
    if profile.read_bytes()[16:20] != b"RGB " or int(profile.get("/N", 0)) != 3:
        yield "19005-3, 6.2.4: farveprofilen er ikke RGB"


def _stream(stream: Stream) -> Iterator[str]:
    filters = stream.get("/Filter", Array())
    if "/LZWDecode" in (list(filters) if isinstance(filters, Array) else [filters]):
        yield "19005-3, 6.1.7.2: indhold er pakket med LZW"
    if {"/F", "/FFilter", "/FDecodeParms"} & set(stream.keys()):
        yield "19005-3, 6.1.7.1: indhold ligger i en anden fil"
    if stream.get("/Subtype") == "/Image":
        if stream.get("/Interpolate"):
            yield "19005-3, 6.2.8.3: et billede vil glattes"
        if {"/Alternates", "/OPI"} & set(stream.keys()):
            yield "19005-3, 6.2.8: et billede har et andet i stedet"
        if stream.get("/ColorSpace") == "/DeviceCMYK":
            yield "19005-3, 6.2.4.3: et billede har trykfarver"
    if stream.get("/Subtype") == "/PS" or {"/PS", "/Ref"} & set(stream.keys()):
        yield "19005-3, 6.2.9: indhold er PostScript eller hentes fra en anden fil"


def _dictionary(thing: Object) -> Iterator[str]:
    action = thing.get("/S")
    if (
        isinstance(action, Name)
        and str(action) in FORBIDDEN_ACTIONS
        and thing.get("/Type", "/Action") == "/Action"
    ):
        yield f"19005-3, 6.5.1: handlingen {action} er ikke tilladt"
    if thing.get("/Type") == "/ExtGState" or {"/ca", "/CA", "/BM"} & set(thing.keys()):
        if {"/TR", "/HTP"} & set(thing.keys()) or thing.get("/TR2", "/Default") != "/Default":
            yield "19005-3, 6.2.5: farver omregnes, når der tegnes"
        if "/BM" in thing and str(thing.BM) not in BLENDING:
            yield f"19005-3, 6.2.10: blandingen {thing.BM} er ikke tilladt"
    if thing.get("/Type") == "/Filespec" and not {"/F", "/UF", "/AFRelationship"} <= set(thing.keys()):
        yield "19005-3, 6.8: en vedlagt fil siger ikke, hvad den er"
    for key, value in thing.items():
        if len(key.encode()) > LONGEST_NAME or (
            isinstance(value, pikepdf.String) and len(bytes(value)) > LONGEST_STRING
        ):
            yield "19005-3, 6.1.13: et navn eller en tekst er for lang"


def _page(page: pikepdf.Page, number: int) -> Iterator[str]:
    for note in page.get("/Annots", []):
        flags = int(note.get("/F", 0))
        if str(note.get("/Subtype")) not in ANNOTATIONS:
            yield f"19005-3, 6.3.1: side {number} har en note af arten {note.get('/Subtype')}"
        if not flags & PRINT or flags & UNSEEN:
            yield f"19005-3, 6.3.2: et link på side {number} trykkes ikke"
        if "/AA" in note or (note.get("/Subtype") not in ("/Link", "/Popup") and "/AP" not in note):
            yield f"19005-3, 6.3.3, 6.5.2: en note på side {number} handler selv eller kan ikke tegnes"
    width, height = (float(page.MediaBox[i + 2]) - float(page.MediaBox[i]) for i in (0, 1))
    if "/AA" in page or not (3 <= width <= 14_400 and 3 <= height <= 14_400):
        yield f"19005-3, 6.1.13, 6.5.2: side {number} har et format eller en handling, som ikke er tilladt"
    yield from _content(page, number)


def _content(page: pikepdf.Page, number: int) -> Iterator[str]:
    depth = deepest = 0
    for instruction in pikepdf.parse_content_stream(page, "q Q K k TJ Tj"):
        operator = str(instruction.operator)
        depth += {"q": 1, "Q": -1}.get(operator, 0)
        deepest = max(deepest, depth)
        if operator in ("K", "k"):
            yield f"19005-3, 6.2.4.3: side {number} har trykfarver"
        if operator in ("TJ", "Tj") and _shows_nothing(instruction.operands[0]):
            yield f"19005-3, 6.2.11.8: side {number} har et tegn, som skrifttypen ikke har"
    if deepest > DEEPEST_STATE:
        yield f"19005-3, 6.1.13: side {number} er tegnet i {deepest} lag"


def _shows_nothing(shown: Object) -> bool:
    """Glyph 0 of a composite font: the box that stands for a missing character."""
    pieces = list(shown) if isinstance(shown, Array) else [shown]
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    return any(codes[i : i + 2] == b"\0\0" for i in range(0, len(codes), 2))
