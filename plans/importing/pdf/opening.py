"""Opens a PDF, or refuses it in words that say what to do."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
import pypdfium2 as pdfium

from samarbejde.transitions import Refused

MOST_PAGES, MOST_LETTERS = 300, 600_000
_LOCKED = "PDF-filen er beskyttet med adgangskode. Fjern adgangskoden, og prøv igen."
_PROTECTED = "PDF-filen er beskyttet mod kopiering. Brug det dokument, som PDF-filen er lavet af."
_BROKEN = "PDF-filen er beskadiget. Gem den igen, eller brug et Word-dokument."
_TOO_LONG = "Teksten er for lang til at være én samarbejdsplan. Vælg en fil, der kun indeholder planen."
_BAD = (
    *(pikepdf.PdfError, pdfium.PdfiumError, ValueError, TypeError, KeyError, IndexError, AttributeError),
    *(OverflowError, RuntimeError, NotImplementedError),
)


@contextmanager
def opened(content: bytes) -> Iterator[tuple[pdfium.PdfDocument, pikepdf.Pdf]]:
    """For its letters, and for its tags. Raises `Refused`, also for what goes wrong while it is open."""
    try:
        with pikepdf.open(io.BytesIO(content)) as tags:
            if not tags.allow.extract:
                raise Refused(_PROTECTED)
            letters = pdfium.PdfDocument(content)
            try:
                _refuse_long(letters)
                yield letters, tags
            finally:
                letters.close()
    except pikepdf.PasswordError as error:
        raise Refused(_LOCKED) from error
    except _BAD as error:
        raise Refused(_LOCKED if "password" in str(error).lower() else _BROKEN) from error


def _refuse_long(document: pdfium.PdfDocument) -> None:
    """Before anything is read: to count is quick."""
    if not len(document):
        raise Refused(_BROKEN)
    if len(document) > MOST_PAGES:
        raise Refused(_TOO_LONG)
    letters = 0
    for at in range(len(document)):
        page = document[at]
        text = page.get_textpage()
        letters += text.count_chars()
        text.close()
        page.close()
        if letters > MOST_LETTERS:
            raise Refused(_TOO_LONG)
