"""What poppler's programs say of a PDF, each run apart."""

import shutil

from samarbejde.files.apart import TooMuch, run_apart
from samarbejde.transitions import Refused


def said_of(content: bytes, name: str, *arguments: str) -> bytes:
    """Raises `Refused` for a PDF that is locked, broken or too heavy, and where poppler is missing."""
    program = shutil.which(name)
    if program is None:
        raise Refused("Denne server kan ikke læse PDF-filer. Gem filen som Word-dokument, og prøv igen.")
    try:
        done = run_apart([program, *arguments], content)
    except TooMuch as error:
        raise Refused("PDF-filen er for tung at læse. Brug det dokument, den er lavet af.") from error
    if b"password" in done.complaints:
        raise Refused("PDF-filen er beskyttet med adgangskode. Fjern adgangskoden, og prøv igen.")
    if done.failed:
        raise Refused("PDF-filen er beskadiget eller for stor. Gem den igen, eller brug et Word-dokument.")
    return done.output
