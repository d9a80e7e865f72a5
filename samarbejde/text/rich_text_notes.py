"""Footnotes in plan text: each stands where it is called for, and is read apart from its sentence."""

import re
from collections.abc import Callable
from html import unescape

from django.utils.html import urlize
from django.utils.safestring import SafeString

LONGEST = 2_000  # letters
OPENING = '<span data-footnote="">'

_NOTE = re.compile(rf"{re.escape(OPENING)}([^<>]*)</span>")


def parted(html: str) -> tuple[str, list[str]]:
    """The text without its notes, and their words, in reading order; both are HTML."""
    return (_NOTE.sub("", html), _NOTE.findall(html)) if OPENING in html else (html, [])


def each_as(html: str, write: Callable[[str], str]) -> str:
    """The text with what `write` makes of each note's words in its place."""
    return _NOTE.sub(lambda note: write(note[1]), html) if OPENING in html else html


def linked(note: str) -> SafeString:
    """A note's words with its addresses as links."""
    words = urlize(unescape(note), nofollow=False, autoescape=True)
    return SafeString(words)  # nosec B703: `urlize` escapes


def below(html: str) -> str:
    """A text that stands by itself: its notes are counted from 1 and stand below it."""
    notes: list[str] = []

    def mark(note: str) -> str:
        notes.append(f"<li>{linked(note)}</li>")
        return f'<sup class="note-mark"><span class="sr-only">Note </span>{len(notes)}</sup>'

    text = each_as(html, mark)
    return f'{text}<ol class="notes" aria-label="Noter">{"".join(notes)}</ol>' if notes else html
