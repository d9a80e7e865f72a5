"""The Danish dictionary, read once a process and when it is first asked for. It may be missing."""

import time
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from django.conf import settings

PATIENCE = 0.5  # seconds of work on all the words of a plan
REMEMBERED = 50_000  # words
_answers: dict[str, bool] = {}
_times_cut_short = 0


class Dictionary(Protocol):
    def spell(self, word: str) -> bool: ...

    def suggest(self, word: str) -> tuple[str, ...]: ...


@cache
def dictionary() -> Dictionary | None:
    """None where the package or its words are not installed."""
    folder = settings.DANISH_DICTIONARY
    if not (folder / "index.dic").exists():
        return None
    try:
        hunspell = import_module("hunspell")
    except ImportError:
        return None
    return cast(Dictionary, hunspell.Hunspell("index", hunspell_data_dir=str(folder)))


def times_cut_short() -> int:
    """How often there was no time for all the words, so that less was found than there is."""
    return _times_cut_short


def misspelt(words: Iterable[str]) -> set[str]:
    """Those that the dictionary does not know; none where there is no dictionary.

    It tries all parts of a long compound, which can take a tenth of a second. What it had no time for is
    asked when the text is next looked at: answers are remembered.
    """
    global _times_cut_short
    asked, book = dict.fromkeys(words), dictionary()
    if book is None:
        return set()
    if len(_answers) > REMEMBERED:
        _answers.clear()
    given_up = time.thread_time() + PATIENCE
    for word in asked:
        if word not in _answers and time.thread_time() < given_up:
            _answers[word] = book.spell(word)
    _times_cut_short += not asked.keys() <= _answers.keys()
    return {word for word in asked if not _answers.get(word, True)}


def known(words: Iterable[str]) -> set[str]:
    """Those that the dictionary has been asked about before, and knows."""
    return {word for word in words if _answers.get(word)}
