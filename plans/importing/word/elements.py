"""The names of a Word document's XML, and its values read so that no odd one does harm."""

import re
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATE, FALLBACK = (
    f"{{http://schemas.openxmlformats.org/markup-compatibility/2006}}{name}"
    for name in ("AlternateContent", "Fallback")
)
PARAGRAPH, TABLE, ROW, CELL = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
TEXTS = (f"{W}t", f"{W}delText", f"{M}t")
RUNS = (f"{W}r", f"{M}r")
PARTS_OF_FRACTION = (f"{M}num", f"{M}den")
BOXES = (f"{W}txbxContent", "{http://schemas.microsoft.com/office/word/2006/wordml}txbxContent")
CONTROL, CONTROLLED = f"{W}sdt", f"{W}sdtContent"
FOLLOWED = {f"{W}ins": "sporet tilføjelse", f"{W}moveTo": "flyttet tekst, hvor den står nu"}
THROUGH = (*(f"{W}{name}" for name in ("smartTag", "customXml", "dir", "bdo")), CONTROLLED, *FOLLOWED)
OTHER_FILES = (f"{W}altChunk", f"{W}subDoc")
COMMENTED = (f"{W}commentRangeStart", f"{W}commentReference")
_WHOLE = re.compile(r"\s*([+-]?)0*([0-9]+)")


def value(element: Element | None, path: str) -> str | None:
    """What `w:val` says at `path`; None when nothing stands there."""
    found = None if element is None else element.find(path)
    return None if found is None else found.get(f"{W}val", "")


def is_on(element: Element) -> bool:
    """A switch such as `w:b` is on when it says nothing more."""
    return element.get(f"{W}val", "").strip().lower() not in ("0", "false", "off")


def switch(properties: Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and is_on(found)


def whole(text: str | None, otherwise: int, least: int, most: int) -> int:
    """A number within bounds, however many digits the file gives it."""
    match = _WHOLE.match(text or "")
    if match is None:
        return otherwise
    number = int(match[2]) if len(match[2]) < 10 else 10**9
    return max(least, min(most, -number if match[1] == "-" else number))


def indent(properties: Element | None) -> int | None:
    """How far the text stands from the margin, in twentieths of a point; None when it is not said."""
    found = None if properties is None else properties.find(f"{W}ind")
    if found is None:
        return None
    said = found.get(f"{W}left") or found.get(f"{W}start")
    return None if said is None else whole(said, 0, 0, 20_000)
