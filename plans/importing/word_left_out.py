"""What a Word document has beside its running text: counted and named, whether it came with or not."""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from plans.importing.contents import letters
from plans.importing.findings import ReadPlan
from plans.importing.text_files import cleaned

LONGEST_SHOWN, MOST_SHOWN = 60, 5
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PART = re.compile(r"word/(document|header|footer|footnotes|endnotes|comments)\d*\.xml")
_OF_PART = {"header": "sidehoved", "footer": "sidefod", "comments": "kommentar"}
_OF_ANCESTOR = {
    f"{_W}del": "sporet sletning",
    f"{_W}moveFrom": "flyttet tekst, hvor den stod før",
    f"{_W}moveTo": "flyttet tekst, hvor den står nu",
    f"{_W}fldSimple": "felt",
    f"{_M}oMath": "formel",
    f"{_W}txbxContent": "tekstboks",
    f"{_W}ins": "sporet tilføjelse",
    f"{_W}footnote": "fodnote",
    f"{_W}endnote": "slutnote",
}
_OF_LOOK = {
    f"{_W}vanish": "skjult tekst",
    f"{_W}strike": "gennemstreget tekst",
    f"{_W}dstrike": "gennemstreget tekst",
}
_ALWAYS_OUT = {
    "sporet sletning",
    "flyttet tekst, hvor den stod før",
    "kommentar",
    "sidehoved",
    "sidefod",
    "felt",
}
_RUNNING = "tekst, der ikke er læst"
_TEXT = (f"{_W}t", f"{_W}delText", f"{_M}t")
_OFF = ("0", "false", "off")
Told = dict[str, dict[etree._Element, str]]  # kind → its element → its words


def tell_of_left_out(name: str, content: bytes, text: str, plan: ReadPlan) -> None:
    """`text` is what the document was read as: what has no letters there was left out, word for word."""
    if PurePath(name).suffix.lower() != ".docx":
        return
    told: Told = defaultdict(dict)
    for part, root in _parts(content):
        for element in root.iter(*_TEXT):
            for kind, whole in _kinds(part, element):
                told[kind][whole] = told[kind].get(whole, "") + (element.text or "")
    read = letters(text)
    for kind, found in told.items():
        words = [one for written in found.values() if letters(one := " ".join(cleaned(written).split()))]
        lost = list(dict.fromkeys(one for one in words if kind in _ALWAYS_OUT or letters(one) not in read))
        if lost or (words and kind != _RUNNING):
            (plan.left_out if lost else plan.came_along).append(_line(kind, lost or words))
            plan.not_understood += [one for one in lost if one not in plan.not_understood]


def _parts(content: bytes) -> Iterator[tuple[str, etree._Element]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if match := _PART.fullmatch(name):
                xml = package.read(name).replace(_STRICT, _W[1:-1].encode())
                yield match[1], etree.fromstring(xml, parser)


def _kinds(part: str, element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """What this text is, and the whole that it is a piece of; its running text too."""
    if part in _OF_PART:
        comment = next(element.iterancestors(f"{_W}comment"), None)
        yield _OF_PART[part], element.getroottree().getroot() if comment is None else comment
        return
    if any(True for _ in element.iterancestors("{*}Fallback")):  # the same text for older programs
        return
    run = next(element.iterancestors(f"{_W}r"), None)
    found = [
        (_OF_LOOK[look.tag], run)
        for look in (run.iterfind(f"{_W}rPr/*") if run is not None else ())
        if look.tag in _OF_LOOK and look.get(f"{_W}val") not in _OFF
    ]
    found += [(_OF_ANCESTOR[one.tag], one) for one in element.iterancestors() if one.tag in _OF_ANCESTOR]
    yield from found or [(_RUNNING, element)]


def _line(kind: str, told: list[str]) -> str:
    shown = ", ".join(f"»{shortened(one)}«" for one in told[:MOST_SHOWN])
    more = f" og {len(told) - MOST_SHOWN} til" if len(told) > MOST_SHOWN else ""
    return f"{kind[0].upper()}{kind[1:]} ({len(told)}): {shown}{more}"


def shortened(words: str) -> str:
    return words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
