"""Looks into the objects of a PDF that may be anything: what is missing or of another kind is none at all."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeGuard

from pikepdf import Array, Dictionary, Name, Object, PdfError, Stream, String

Place = tuple[int, int]  # the number of an indirect object; (0, 0) for all others


def is_dictionary(thing: object) -> TypeGuard[Object]:
    """A stream counts as one: its dictionary is read alike."""
    return isinstance(thing, Dictionary | Stream)


def entry(thing: object, *path: str) -> object:
    """What stands at the end of the path; None where it breaks off."""
    for key in path:
        if not is_dictionary(thing):
            return None
        thing = thing.get(key)
    return thing


def entries(thing: object) -> dict[str, object]:
    return dict(thing.items()) if is_dictionary(thing) else {}


def elements(thing: object) -> list[object]:
    """Of an array; of anything else that is there, the thing itself."""
    if isinstance(thing, Array):
        return list(thing)
    return [] if thing is None else [thing]


def integer(thing: object, default: int) -> int:
    return thing if isinstance(thing, int) and not isinstance(thing, bool) else default


def text(thing: object) -> str:
    """Of a string, or of a name with its slash; a name that is no UTF-8 as the file spells it."""
    if not isinstance(thing, String | Name):
        return ""
    try:
        return str(thing)
    except UnicodeDecodeError:
        return thing.unparse().decode("ascii", errors="replace")


def content_of(stream: object) -> bytes:
    """Unpacked; empty where it is no stream or cannot be unpacked."""
    try:
        return stream.read_bytes() if isinstance(stream, Stream) else b""
    except PdfError:
        return b""


def rectangle(thing: object) -> tuple[float, ...]:
    """Left, bottom, right and top in points; empty where it is no rectangle."""
    numbers = [float(each) for each in elements(thing) if isinstance(each, int | float | Decimal)]
    return tuple(numbers) if len(numbers) == 4 else ()


def place(thing: object) -> Place:
    return thing.objgen if isinstance(thing, Object) else (0, 0)


def leaves(tree: object, key: str) -> Iterator[tuple[object, object]]:
    """Keys and values of a tree of names or numbers (ISO 32000-1, 7.9.6, 7.9.7), which may run in a ring."""
    waiting, seen = [tree], set()
    while waiting:
        node = waiting.pop()
        if place(node) in seen:
            continue
        seen |= {place(node)} - {(0, 0)}
        held = elements(entry(node, key))
        yield from zip(held[::2], held[1::2], strict=False)
        waiting.extend(reversed(elements(entry(node, "/Kids"))))


def dictionaries(thing: object) -> Iterator[Object]:
    """An indirect object and all that is written inside it, but nothing that it refers to."""
    waiting = [thing]
    while waiting:
        inside = waiting.pop()
        if is_dictionary(inside):
            yield inside
            waiting.extend(each for each in entries(inside).values() if _is_written_here(each))
        elif isinstance(inside, Array):
            waiting.extend(each for each in elements(inside) if _is_written_here(each))


def _is_written_here(thing: object) -> bool:
    return isinstance(thing, Dictionary | Array) and not thing.is_indirect
