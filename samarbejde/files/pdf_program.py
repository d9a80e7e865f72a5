"""`python -m samarbejde.files.pdf_program`: a PDF on standard input, read object by object.

Where it may not be kept, it ends with `REFUSED`, and a sentence that says why stands on standard output.
"""

import io
import sys
from collections.abc import Iterable, Iterator
from itertools import chain

import pikepdf

from samarbejde.files.apart import answer
from samarbejde.files.kinds import FILES_WITHIN
from samarbejde.transitions import Refused

MOST_DEEP = 20
_RUNS = ("/JavaScript", "/Launch")  # actions that run something
_SYSTEMS = ("/F", "/UF", "/DOS", "/Mac", "/Unix")  # for which a file may be embedded (ISO 32000-2, 7.11.3)


def refuse_danger(content: bytes) -> None:
    """Raises `Refused` where it runs something by itself, has other files in it, is locked or broken."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            if not len(document.pages):
                raise Refused("PDF-filen har ingen sider.")
            for thing in chain.from_iterable(map(_dictionaries, document.objects)):
                if "/JS" in thing or str(thing.get("/S", "")) in _RUNS:
                    raise Refused("PDF-filen indeholder programkode. Gem den som en ny PDF, og prøv igen.")
                if _has_a_file(thing):
                    raise Refused(FILES_WITHIN)
    except pikepdf.PasswordError as error:
        raise Refused("PDF-filen er beskyttet med adgangskode. Fjern adgangskoden, og prøv igen.") from error
    except (pikepdf.PdfError, ValueError, OverflowError) as error:
        raise Refused("PDF-filen er beskadiget. Gem den igen, og prøv så.") from error


def _dictionaries(thing: pikepdf.Object, depth: int = 0) -> Iterator[pikepdf.Object]:
    """It, and those that stand within it; a stream has one too."""
    inside: Iterable[object] = thing if isinstance(thing, pikepdf.Array) else ()
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        inside = thing.values()
    if depth < MOST_DEEP:
        for one in _direct(inside):
            yield from _dictionaries(one, depth + 1)


def _has_a_file(thing: pikepdf.Object) -> bool:
    """Of another document; a font may be named `/EF`, and is none."""
    if str(thing.get("/Type", "")) == "/EmbeddedFile":
        return True
    files = thing.get("/EF")
    return isinstance(files, pikepdf.Dictionary) and any(
        isinstance(files.get(system), pikepdf.Stream) for system in _SYSTEMS
    )


def _direct(things: Iterable[object]) -> list[pikepdf.Object]:
    """Those that are no objects of their own, and so are not met elsewhere."""
    return [one for one in things if isinstance(one, pikepdf.Object) and not one.is_indirect]


def looked_at(content: bytes) -> bytes:
    """Says nothing of what may be kept."""
    refuse_danger(content)
    return b""


if __name__ == "__main__":
    sys.exit(answer(looked_at))
