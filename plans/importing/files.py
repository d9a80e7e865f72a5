"""A file → its blocks. Whatever cannot be read is refused in words that say what to do."""

import re
from dataclasses import replace
from pathlib import PurePath

from plans.importing.blocks import BREAK, WRAP, ReadFile, Words, walk
from plans.importing.blocks.rewriting import rewritten
from plans.importing.pdf import read_pdf
from plans.importing.text import read_text
from plans.importing.text.decoding import cleaned, decoded
from plans.importing.word import read_word
from samarbejde.files.kinds import is_package, is_pdf, refuse_old_office
from samarbejde.text.characters import printable
from samarbejde.transitions import Refused

LARGEST_FILE = 20_000_000  # bytes
LARGEST_TEXT = 600_000  # characters: two hundred pages
MOST_BYTES = 4  # a character, in any encoding
TEXT, WORD, PDF = "text", "word", "pdf"
ENDINGS = {".txt": TEXT, ".md": TEXT, ".text": TEXT, ".docx": WORD, ".pdf": PDF}
LINE_ENDS = (WRAP, BREAK)
_LINE_END = re.compile(f"([{WRAP}{BREAK}])")
_RTF, _ODT = b"{\\rtf", b"mimetypeapplication/vnd.oasis.opendocument"
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html\b)", re.IGNORECASE)
_SAVE_AS = "Åbn den i {}, og gem den som Word-dokument (.docx)."
_OTHERS = {
    ".odt": ("et OpenDocument-dokument", "LibreOffice eller Word"),
    ".rtf": ("en RTF-fil", "Word"),
    ".doc": ("et Word-dokument fra før 2007", "Word"),
    ".pages": ("et Pages-dokument", "Pages"),
    ".html": ("en webside", "Word"),
}
_ALSO = {".htm": ".html", ".ott": ".odt", ".dot": ".doc"}
_KNOWN = "en tekstfil (.txt eller .md), et Word-dokument (.docx) eller en PDF (.pdf)"
_TOO_LONG = "Teksten er for lang til at være én samarbejdsplan. Vælg en fil, der kun indeholder planen."


def read_file(name: str, content: bytes) -> ReadFile:
    """Raises `Refused` when the file is empty, too large, of another kind, locked or broken."""
    if not content.strip():
        raise Refused("Filen er tom. Vælg en fil med planens tekst.")
    if len(content) > LARGEST_FILE:
        raise Refused(
            f"Filen fylder mere end {LARGEST_FILE // 1_000_000} MB. Gem den uden billeder, og prøv igen."
        )
    kind = _kind(name, content)
    if kind == TEXT and len(content) > LARGEST_TEXT * MOST_BYTES:
        raise Refused(_TOO_LONG)
    file = made_plain(_READERS[kind](content))
    letters = sum(len(block.text) for block in walk(file.blocks) if isinstance(block, Words))
    if not letters:
        raise Refused(_no_text(kind))
    if letters > LARGEST_TEXT:
        raise Refused(_TOO_LONG)
    return file


def made_plain(file: ReadFile) -> ReadFile:
    """Composed letters (å as one sign), nothing invisible: what people see, and a database can hold."""
    return replace(file, blocks=rewritten(file.blocks, _plain))


def _plain(text: str) -> str:
    return "".join(part if part in LINE_ENDS else printable(part) for part in _LINE_END.split(text))


_READERS = {
    TEXT: lambda content: read_text(cleaned(decoded(content))),
    WORD: read_word,
    PDF: read_pdf,
}


def _kind(name: str, content: bytes) -> str:
    ending = PurePath(name).suffix.lower()
    refuse_old_office(ending, content)
    _refuse_other_documents(_ALSO.get(ending, ending), content)
    if ending not in ENDINGS:
        raise Refused(f"Filer af typen »{ending or name[-40:]}« kan ikke læses. Brug {_KNOWN}.")
    kind, found = ENDINGS[ending], _kind_of_content(content)
    if found and found != kind:
        raise Refused(
            f"Filen hedder »{ending}«, men indholdet er noget andet. Brug {_KNOWN} med den rigtige endelse."
        )
    if kind != TEXT and not found:
        raise Refused(
            f"Filen hedder »{ending}«, men er ikke sådan en fil, eller den er beskadiget. Gem den igen."
        )
    return kind


def _refuse_other_documents(ending: str, content: bytes) -> None:
    """Whatever it is called: says what it is, and which format to save it in."""
    if content.startswith(_RTF):
        ending = ".rtf"
    elif _ODT in content[:200]:
        ending = ".odt"
    elif _HTML.match(content[:2000]):
        ending = ".html"
    if ending in _OTHERS:
        what, program = _OTHERS[ending]
        raise Refused(f"Filen er {what}, og det kan ikke læses. {_SAVE_AS.format(program)}")


def _kind_of_content(content: bytes) -> str | None:
    if is_pdf(content):
        return PDF
    return WORD if is_package(content) else None


def _no_text(kind: str) -> str:
    if kind == PDF:
        return (
            "PDF-filen indeholder ingen tekst: den er nok skannet, så hver side er et billede. "
            "Brug det dokument, som PDF-filen er lavet af, eller lad et program læse teksten først."
        )
    return "Filen indeholder ingen tekst. Vælg en fil med planens tekst."
