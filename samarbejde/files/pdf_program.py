"""`python -m samarbejde.files.pdf_program`: a PDF on standard input, read object by object.

Where it may not be kept, it ends with `REFUSED`, and a sentence that says why stands on standard output.
"""

import io
import sys
from collections.abc import Iterable
from typing import Any

import pikepdf

from samarbejde.transitions import Refused

REFUSED = 3
MOST_DEEP = 20
_RUNS = ("/JavaScript", "/Launch")  # actions that run something


def refuse_danger(content: bytes) -> None:
    """Raises `Refused` where it runs something by itself, is locked or broken."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            if not len(document.pages):
                raise Refused("PDF-filen har ingen sider.")
            if any(map(_runs, document.objects)):
                raise Refused("PDF-filen indeholder programkode. Gem den som en ny PDF, og prøv igen.")
    except pikepdf.PasswordError as error:
        raise Refused("PDF-filen er beskyttet med adgangskode. Fjern adgangskoden, og prøv igen.") from error
    except (pikepdf.PdfError, ValueError, OverflowError) as error:
        raise Refused("PDF-filen er beskadiget. Gem den igen, og prøv så.") from error


def _runs(thing: pikepdf.Object, depth: int = 0) -> bool:
    """It, or what stands within it."""
    if isinstance(thing, pikepdf.Array) and depth < MOST_DEEP:
        return any(_runs(one, depth + 1) for one in _direct(thing))
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return False
    if "/JS" in thing or str(thing.get("/S", "")) in _RUNS:
        return True
    return depth < MOST_DEEP and any(_runs(one, depth + 1) for one in _direct(thing.values()))


def _direct(things: Iterable[Any]) -> list[pikepdf.Object]:
    """Those that are no objects of their own, and so are not met elsewhere."""
    return [one for one in things if isinstance(one, pikepdf.Object) and not one.is_indirect]


def main() -> int:
    try:
        refuse_danger(sys.stdin.buffer.read())
    except Refused as refusal:
        sys.stdout.buffer.write(str(refusal).encode())
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
