"""What each string of a snapshot is, declared beside the shape that has it."""

from collections.abc import Iterator
from enum import Enum
from typing import Annotated, get_args, get_origin, get_type_hints, is_typeddict


class Mark(Enum):
    WORDS = "words"
    MARKUP = "markup"
    KEY = "key"


Text = Annotated[str, Mark.WORDS]  # people read it
Html = Annotated[str, Mark.MARKUP]  # people read it; written by `samarbejde.text.rich_text.clean`
Key = Annotated[str, Mark.KEY]  # programs read it: a number in it says nothing of a person


def marks(shape: type) -> dict[str, Mark]:
    """The mark of every string in a shape and the shapes it is made of, by the name of its field.

    Raises `TypeError` for a string without one, and for a name that has another mark elsewhere: what is kept
    is read by names alone.
    """
    found: dict[str, Mark] = {}
    for name, mark in _declared(shape):
        if found.setdefault(name, mark) is not mark:
            raise TypeError(f"»{name}« is {found[name].value} in one place and {mark.value} in another")
    return found


def _declared(shape: type) -> Iterator[tuple[str, Mark]]:
    for name, hint in get_type_hints(shape, include_extras=True).items():
        for part in _parts(hint):
            if isinstance(part, Mark):
                yield name, part
            elif part is str:
                raise TypeError(f"{shape.__name__}.{name} is neither Text, Html nor Key")
            elif isinstance(part, type) and is_typeddict(part):
                yield from _declared(part)


def _parts(hint: object) -> Iterator[object]:
    """What a hint is made of; a marked string is its mark."""
    if get_origin(hint) is Annotated:
        yield from (part for part in get_args(hint) if isinstance(part, Mark))
    elif inner := get_args(hint):
        for part in inner:
            yield from _parts(part)
    else:
        yield hint
