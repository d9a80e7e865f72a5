"""A plan's footnotes, counted through the whole of it: where each is called for, and what stands below."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django import template
from django.utils.safestring import SafeString

from samarbejde.text.rich_text_notes import each_as, linked

register = template.Library()

PARTS = ("body", "data", "closing")  # as a section shows them
MARKUP = ("body", "description", "closing")  # the names that a snapshot has its rich texts under
_MARK = (
    '<sup class="note-mark"><a href="#note-{0}" id="note-{0}-her" role="doc-noteref" aria-label="Note {0}">'
    "{0}</a></sup>"
)

Section = Mapping[str, object]


class Note(NamedTuple):
    number: int
    html: SafeString


@register.filter
def noted(sections: Iterable[Section]) -> list[Section]:
    """The sections of a snapshot, each with a number where it calls for a note, and its `notes`."""
    number = 0
    found: list[Section] = []
    for section in sections:
        taken = _Taken(number)
        parts = {name: taken.written(section[name], name) for name in PARTS if name in section}
        found.append({**section, **parts, "notes": taken.notes} if taken.notes else section)
        number += len(taken.notes)
    return found


class _Taken:
    """The notes of one section, taken out of it in reading order."""

    def __init__(self, before: int) -> None:
        self.before = before
        self.notes: list[Note] = []

    def written(self, value: object, name: str) -> object:
        if isinstance(value, dict):
            return {inner: self.written(one, inner) for inner, one in value.items()}
        if isinstance(value, list):
            return [self.written(one, name) for one in value]
        if isinstance(value, str) and name in MARKUP:
            return each_as(value, self._mark)
        return value

    def _mark(self, words: str) -> str:
        number = self.before + len(self.notes) + 1
        self.notes.append(Note(number, linked(words)))
        return _MARK.format(number)
