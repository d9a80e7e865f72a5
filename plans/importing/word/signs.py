"""Signs that stand in a document as an element, or as a letter that only one font has."""

import re
from unicodedata import normalize

from plans.importing.blocks import BREAK
from plans.importing.word.elements import Element, W

_SPACES = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": BREAK, f"{W}cr": BREAK}
_HYPHENS = {f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": ""}
_SYMBOL = f"{W}sym"
_LATER_SYMBOL = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
LETTERS = (*_HYPHENS, _SYMBOL, _LATER_SYMBOL)
SIGNS = (*_SPACES, *LETTERS)
_OF_SYMBOL = {  # letter by letter
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",
}
_OF_DINGBATS = {  # Wingdings and its like
    **dict(zip(b"(*Jlnoqv", "☎✉☺●■☐❑❖", strict=True)),
    **dict(zip(b"\x9f\xa7\xa8\xb7\xd8\xdf\xe0\xe8\xf0\xfb\xfc\xfd\xfe", "•▪☐•➢←→➔⇨✗✓☒☒", strict=True)),
}
_UNKNOWN = "\ufffd"
_PRIVATE = re.compile("[\uf000-\uf0ff]")


def letters(element: Element) -> str:
    """Of an element of text, or one in `SIGNS`. A line end of the XML is none, a bullet from a font is a
    bullet, and a letter is one sign, however it is composed.
    """
    tag = element.tag
    if tag in (_SYMBOL, _LATER_SYMBOL):
        space = tag[: tag.index("}") + 1]
        return _symbol(element.get(f"{space}char", ""), element.get(f"{space}font", ""))
    if tag in SIGNS:
        return _SPACES.get(tag) or _HYPHENS[tag]
    text = (element.text or "") + "".join(child.tail or "" for child in element)
    return normalize("NFC", from_fonts(text.translate(_LINE_ENDS)))


def from_fonts(text: str) -> str:
    return _PRIVATE.sub(lambda match: _from_font(ord(match[0]), ""), text)


def _symbol(code: str, font: str) -> str:
    if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", code):
        return _UNKNOWN
    number = int(code, 16)
    if 0xF000 <= number <= 0xF0FF or (number <= 0xFF and re.search("symbol|dings", font, re.IGNORECASE)):
        return _from_font(number, font)
    is_letter = 0x20 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return chr(number) if is_letter else _UNKNOWN


def _from_font(number: int, font: str) -> str:
    """Without a font a dingbat is likelier: the letters of Symbol have their own in Unicode."""
    code = number & 0xFF
    dingbat = _OF_DINGBATS.get(code)
    begin = 0xA0 if code >= 0xA0 else 0x20
    letter = _OF_SYMBOL[begin][code - begin :][:1] if code >= begin else ""
    return (letter or dingbat if font.lower() == "symbol" else dingbat or letter) or _UNKNOWN


_LINE_ENDS = str.maketrans("\r\n", "  ")
