"""A Word document is a package of parts: what one may hold, before any of it is read."""

import html
import io
import lzma
import re
import struct
import zipfile
import zlib

from samarbejde.files.kinds import FILES_WITHIN
from samarbejde.transitions import Refused

LARGEST_UNPACKED, MOST_PARTS, LARGEST_PART = 100_000_000, 2_000, 5_000_000
TOO_LARGE = "Word-dokumentets tekst fylder for meget. Del dokumentet, og prøv igen."
DAMAGED = (
    "Word-filen er gået i stykker, eller en del af den mangler. Åbn den i Word, gem den igen, og prøv så."
)
MACROS = "Dokumentet indeholder makroer. Gem det som et almindeligt .docx-dokument, og prøv igen."
_TYPES = "[Content_Types].xml"
_MAIN_PART = re.compile(r"word/document\d*\.xml")
_TEXT_PART = re.compile(r"word/[a-z]+\d*\.xml")
_OTHER_FILE = re.compile(r"word/activex/|word/embeddings/(?!.*\.(?:xlsx|docx|pptx)$)[^/]")
_NAMES_OTHER_FILE = re.compile(
    r"(?:relationships/|officedocument\.|ms-office\.)(?:oleobject|activex|control\b)"
)
_END_OF_LINE = re.compile(r"</w:p>|<w:br\b[^>]*>|<w:tab\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ENCODING = re.compile(rb"[^<]{0,8}<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")
_ENCODINGS = (b"utf-8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"iso-8859-1", b"windows-1252")
_OUTSIDE = re.compile(r"^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|:")
# What Python's zipfile says of a package that is cut off, overwritten or packed in another way.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    KeyError,
    ValueError,
)


def refuse_danger(content: bytes) -> None:
    """Raises `Refused` for macros, what grows without end, reaches for other files, or is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _refuse_parts(package)
            for part in package.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    _refuse_xml(package, part)
    except _BROKEN as error:
        raise Refused(DAMAGED) from error


def refuse_files_within(content: bytes) -> None:
    """Raises `Refused` for objects of other programs and controls; of a package that is found without danger.

    The numbers behind a chart are a package of Office's own: they may stay.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if _OTHER_FILE.match(name.lower()):
                raise Refused(FILES_WITHIN)
            if name == _TYPES or name.endswith(".rels"):
                said = package.read(name).replace(b"\0", b"").decode("latin-1")
                if _NAMES_OTHER_FILE.search(html.unescape(said).lower()):
                    raise Refused(FILES_WITHIN)


def words_in(content: bytes) -> str:
    """All that its parts say, a paragraph a line; of a package that is found without danger."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [name for name in package.namelist() if _TEXT_PART.fullmatch(name)]
        return "\n".join(_words(package.read(name).decode("utf-8", "replace")) for name in parts)


def _words(xml: str) -> str:
    return html.unescape(_TAG.sub("", _END_OF_LINE.sub("\n", xml)))


def _refuse_parts(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused(MACROS)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Refused(
            "Word-dokumentet fylder for meget, når det pakkes ud. Gem det uden billeder, og prøv så."
        )
    if not any(map(_MAIN_PART.fullmatch, names)):
        raise Refused("Filen er ikke et Word-dokument. Gem den som .docx i Word, og prøv igen.")
    if any(map(_OUTSIDE.search, names)):
        raise Refused(DAMAGED)


def _is_known(said: bytes) -> bool:
    """In an encoding that shows what it says: in UTF-7 a document type is not seen."""
    match = _ENCODING.match(said[:200])
    return match is None or match[1].lower() in _ENCODINGS


def _refuse_xml(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """No part needs a document type: it is how XML reaches for other files or grows without end."""
    if part.file_size > LARGEST_PART:
        raise Refused(TOO_LARGE)
    said = package.read(part).replace(b"\0", b"")
    if b"<!DOCTYPE" in said or not _is_known(said):
        raise Refused(DAMAGED)
    if part.filename == _TYPES and b"macroenabled" in said.lower():
        raise Refused(MACROS)
