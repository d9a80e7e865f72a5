"""What a PDF's letter numbers stand for."""

import unicodedata
from functools import lru_cache

HYPHENS = {0x02, 0xFFFE}  # what pdfium gives for a hyphen that ends a line
UNKNOWN = "\ufffd"
_BULLETS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "◻", 0xF06F: "◦", 0xF076: "❖", 0xF0D8: "➢", 0xF0E0: "→", 0xF0FC: "✓",
    0xF02D: "–", 0xF0FE: "☒", 0xF06E: "■", 0xF06C: "●", 0xF071: "❑",
}  # fmt: skip
_LIGATURES = range(0xFB00, 0xFB07)


@lru_cache(4096)
def sign(code: int) -> str:
    """Of a letter number of pdfium: one sign, the letters of a ligature, or "" for what nobody can see.

    The bullets of Symbol and Wingdings, which have numbers of their own, are those that everybody has.
    """
    if code in HYPHENS:
        return "-"
    if code in _BULLETS:
        return _BULLETS[code]
    if code in _LIGATURES:
        return unicodedata.normalize("NFKC", chr(code))
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return UNKNOWN
    letter = chr(code)
    if letter.isspace():
        return "\n" if code in (0x0A, 0x0D) else " "
    return "" if unicodedata.category(letter) == "Cc" else letter


def joined(high: int, low: int) -> int:
    """The number of a letter that is written as two halves."""
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
