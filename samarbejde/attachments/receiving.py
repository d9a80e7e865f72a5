"""A file that somebody sends is what it says it is, or it is refused in words that say what to do."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from types import ModuleType

from samarbejde.files import pdf_program, word_program
from samarbejde.files.apart import answer_apart
from samarbejde.files.kinds import is_package, is_pdf, is_picture, refuse_old_office
from samarbejde.files.poppler import said_of
from samarbejde.files.remaking import ENDINGS as ENDINGS_OF_PICTURES
from samarbejde.files.remaking import LARGEST_FILE, made_of
from samarbejde.files.word_packages import DAMAGED, TOO_LARGE
from samarbejde.text import personal_numbers
from samarbejde.text.characters import printable, without_unprinted
from samarbejde.transitions import Refused

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDINGS = {PDF: "pdf", WORD: "docx"} | ENDINGS_OF_PICTURES
ACCEPTED = (".pdf", ".docx", ".jpg", ".jpeg", ".png")
KNOWN = "en PDF (.pdf), et Word-dokument (.docx) eller et billede (.jpg eller .png)"
LONGEST_NAME = 120
_TOO_HEAVY = "PDF-filen er for tung at læse. Brug det dokument, den er lavet af."
_DAMAGED = "PDF-filen er beskadiget. Gem den igen, og prøv så."
_END_OF_ZIP, _LENGTH_OF_END = b"PK\x05\x06", 22
_UNFIT = re.compile(r'[<>:"/\\|?*]+')


@dataclass(frozen=True)
class Received:
    """As it is kept: a picture is made anew, PDF and Word are as they were sent."""

    name: str
    kind: str
    content: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def received(name: str, content: bytes) -> Received:
    """Raises `Refused` for what is of another kind than it says, locked, broken, too large or dangerous."""
    if not content:
        raise Refused("Filen er tom. Vælg en anden fil.")
    if len(content) > LARGEST_FILE:
        raise Refused(f"Filen fylder mere end {LARGEST_FILE // 1_000_000} MB. Gør den mindre, og prøv igen.")
    plain = PurePath(printable(name).replace("\\", "/")).name
    ending = PurePath(plain).suffix.lower()
    refuse_old_office(ending, content)
    if ending not in ACCEPTED:
        raise Refused(f"Filer af typen »{ending or plain[-40:]}« kan ikke vedlægges. Vælg {KNOWN}.")
    is_one, read = _READERS[ending]
    if not is_one(content):
        raise Refused(
            f"Filen hedder »{ending}«, men indholdet er noget andet. Vælg {KNOWN} med den rigtige endelse."
        )
    kind, kept, words = read(content)
    stem = _stem(plain)
    personal_numbers.refuse_in([stem, words])
    return Received(f"{stem}.{ENDINGS[kind]}", kind, kept)


def _stem(name: str) -> str:
    """What it is called, in characters that every system and the portal's PDFs have."""
    bare = without_unprinted(_UNFIT.sub("-", PurePath(name).stem))
    stem = " ".join(bare.split()).strip(" .-")
    return stem[: LONGEST_NAME - len(".docx")].strip() or "bilag"


def _pdf(content: bytes) -> tuple[str, bytes, str]:
    if not content.rstrip(b"\0 \t\r\n").endswith(b"%%EOF"):
        raise Refused("PDF-filen er skåret over, eller der ligger noget efter den. Gem den igen, og prøv så.")
    _looked_at(pdf_program, content, too_heavy=_TOO_HEAVY, damaged=_DAMAGED)
    return PDF, content, said_of(content, "pdftotext", "-enc", "UTF-8", "-", "-").decode(errors="replace")


def _word(content: bytes) -> tuple[str, bytes, str]:
    if not content[-_LENGTH_OF_END:].startswith(_END_OF_ZIP):
        raise Refused(DAMAGED)
    return WORD, content, _looked_at(word_program, content, too_heavy=TOO_LARGE, damaged=DAMAGED)


def _looked_at(program: ModuleType, content: bytes, *, too_heavy: str, damaged: str) -> str:
    """What the program says of it, in a process apart."""
    return answer_apart([program.__name__], content, too_heavy=too_heavy, damaged=damaged).decode()


def _picture(content: bytes) -> tuple[str, bytes, str]:
    made = made_of(content)
    return made.kind, made.content, ""


Reader = tuple[Callable[[bytes], bool], Callable[[bytes], tuple[str, bytes, str]]]
_AS_PICTURE: Reader = (is_picture, _picture)
_READERS: dict[str, Reader] = {
    ".pdf": (is_pdf, _pdf),
    ".docx": (is_package, _word),
    **dict.fromkeys((".jpg", ".jpeg", ".png"), _AS_PICTURE),
}
