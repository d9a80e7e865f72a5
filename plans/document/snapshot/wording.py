"""The words of a snapshot, as the marks beside its shape tell them."""

from collections.abc import Callable, Iterator, Mapping

from plans.document.snapshot.marks import Mark, marks
from plans.document.snapshot.shape import Snapshot
from samarbejde.text.rich_text import plain_text

Rewrite = Callable[[str], str]
MARKS = marks(Snapshot)
_PLACES = {name: place for place, name in enumerate(MARKS)}


def wording(text: Mapping[str, object]) -> Iterator[str]:
    """Everything in a snapshot, or a part of one, that people read, without markup.

    A name that no shape declares is read as words.
    """
    for mark, value in _leaves(text):
        if mark is not Mark.KEY and value:
            yield plain_text(value) if mark is Mark.MARKUP else value


def as_declared(text: Mapping[str, object]) -> dict[str, object]:
    """The names in the order of their shapes, whether the text is fresh or the database has kept it."""
    names = sorted(text, key=lambda name: (_PLACES.get(name, len(_PLACES)), name))
    return {name: _parts_as_declared(text[name]) for name in names}


def _parts_as_declared(value: object) -> object:
    if isinstance(value, Mapping):
        return as_declared(value)
    return [_parts_as_declared(inner) for inner in value] if isinstance(value, list) else value


def markup(text: Mapping[str, object]) -> Iterator[str]:
    """Every rich text in a snapshot, or a part of one, as HTML."""
    return (value for mark, value in _leaves(text) if mark is Mark.MARKUP)


def rewritten(text: Mapping[str, object], words: Rewrite, markup: Rewrite) -> dict[str, object]:
    """The snapshot, or a part of one, with everything that people read as these make it."""
    return {
        name: _rewritten(value, MARKS.get(name, Mark.WORDS), words, markup) for name, value in text.items()
    }


def _rewritten(value: object, mark: Mark, words: Rewrite, markup: Rewrite) -> object:
    if isinstance(value, Mapping):
        return rewritten(value, words, markup)
    if isinstance(value, list):
        return [_rewritten(inner, mark, words, markup) for inner in value]
    if not isinstance(value, str) or mark is Mark.KEY:
        return value
    return markup(value) if mark is Mark.MARKUP else words(value)


def _leaves(value: object, mark: Mark = Mark.WORDS) -> Iterator[tuple[Mark, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, MARKS.get(name, Mark.WORDS))
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, mark)
    elif isinstance(value, str):
        yield mark, value
