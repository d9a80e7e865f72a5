"""The kommune that somebody typed the name of."""

from collections.abc import Iterable
from difflib import get_close_matches

from councils.models import Municipality
from plans.public.searching.asking import Asked
from samarbejde.text.words import folded, words

ALIKE = 0.85  # of 1: »Ringkobing« and »Ringkøbing« are 0.95


def municipality_in(sought: list[Asked], municipalities: Iterable[Municipality]) -> Municipality | None:
    """The one whose name, or a part of it, is among the words; a misspelt one if no plan has it."""
    by_part = {folded(part): one for one in municipalities for part in words(one.name)}
    typed = [folded(word.word) for word in sought]
    exact = [by_part[word] for word in typed if word in by_part]
    if exact:
        return max(exact, key=exact.count)
    misspelt = [folded(word.word) for word in sought if word.is_guess]
    near = [by_part[name] for word in misspelt for name in get_close_matches(word, by_part, 1, ALIKE)]
    return near[0] if near else None
