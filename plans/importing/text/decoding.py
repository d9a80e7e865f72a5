"""Bytes of a text file → text, whichever of the usual encodings it was saved in."""

import codecs
import re
import unicodedata

from samarbejde.text.characters import printable
from samarbejde.transitions import Refused

_BINARY = "Filen er ikke en tekstfil. Vælg en tekstfil, et Word-dokument eller en PDF."
_BROKEN_LETTERS = (
    "Filens æ, ø og å er gået i stykker (»Ã¸« og lignende). Gem den oprindelige fil igen som UTF-8 eller som "
    "Word-dokument, og prøv så."
)
_TWICE, _DANISH = re.compile("Ã[¦¸¥†˜…]"), re.compile("[æøåÆØÅ]")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\v]")
LONGEST_GAP = 12
_LONG_GAP, _PAGE_END = re.compile(f" {{{LONGEST_GAP},}}"), re.compile("(?<!\n)\f")


def decoded(content: bytes) -> str:
    """Unicode with or without mark, else Windows-1252; raises `Refused` for what is no text."""
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None) or _unmarked(
        content
    )
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(_BINARY) from error
    text = mended(text)
    unreadable = sum(
        1 for sign in text if unicodedata.category(sign) in ("Cc", "Cn", "Co") and not sign.isspace()
    )
    if unreadable > max(5, len(text) / 200):
        raise Refused(_BINARY)
    return text


def mended(text: str) -> str:
    """What was read as Windows-1252 and saved as Unicode (»lokalrÃ¥d«), with its letters back.

    Raises `Refused` where they cannot be got back.
    """
    if not _TWICE.search(text) or _DANISH.search(text):
        return text
    try:
        return b"".join(map(_byte_of, text)).decode("utf-8-sig")
    except UnicodeError as error:
        raise Refused(_BROKEN_LETTERS) from error


def _byte_of(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")  # the five bytes that Windows-1252 leaves open


def _unmarked(content: bytes) -> str:
    """UTF-16 shows by its many zero bytes on every other place."""
    sample = content[:2000]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(zeros) > 4 and zeros.count(0) > len(zeros) * 0.7:
            return encoding
    if 0 in sample:
        raise Refused(_BINARY)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252" if not set(content) & {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "latin-1"
    return "utf-8"


def cleaned(text: str) -> str:
    """One kind of line end and space, composed letters (å as one sign), nothing invisible."""
    text = _PAGE_END.sub("\n\n", _LINE_ENDS.sub("\n", text)).replace("\f", "\n")
    text = printable(text).replace("\xa0", " ")
    return _LONG_GAP.sub(" " * LONGEST_GAP, text).rstrip()
