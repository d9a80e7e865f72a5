"""A piece of a section's text, with what was looked for marked."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from plans.public.searching.asking import Asked
from plans.publication.models import Passage
from samarbejde.text.characters import composed

LENGTH = 220  # characters


def snippet(passage: Passage, sought: list[Asked]) -> SafeString:
    """The text around the first word that is found, with the words marked."""
    text = composed(passage.text)
    pattern = re.compile(f"({'|'.join(map(re.escape, _spelt(passage, sought)))})", re.IGNORECASE)
    first = pattern.search(text)
    start = text.rfind(" ", 0, max(0, first.start() - LENGTH // 3)) + 1 if first else 0
    end = _end_of_word(text, start + LENGTH)
    # Splitting by a group leaves the matches at the odd numbers.
    pieces = enumerate(pattern.split(text[start:end]))
    shown = (_mark(piece) if number % 2 else piece for number, piece in pieces)
    marked = format_html_join("", "{}", ((piece,) for piece in shown))
    return format_html("{}{}{}", "… " if start else "", marked, " …" if end < len(text) else "")


def _end_of_word(text: str, at: int) -> int:
    """Where the last whole word before `at` ends; a word that is longer than the piece is cut."""
    if at >= len(text) or text[at] == " ":
        return at
    space = text.rfind(" ", at - LENGTH // 2, at)
    return at if space < 0 else space


def _spelt(passage: Passage, sought: list[Asked]) -> list[str]:
    """As the passage spells what was typed, the longest first; also where it is inflected or guessed."""
    own = set(passage.words)
    other = {found for word in sought for found in word.found if found in own and word.word not in found}
    return sorted({word.word for word in sought} | other, key=lambda word: (-len(word), word))


def _mark(word: str) -> SafeString:
    return format_html("<mark>{}</mark>", word)
