"""The Danish dictionary, read once a process and when it is first asked for. It may be missing."""

from functools import cache, lru_cache
from importlib import import_module
from typing import Protocol, cast

from django.conf import settings


class Dictionary(Protocol):
    def spell(self, word: str) -> bool: ...


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


@lru_cache(maxsize=20_000)
def is_spelt(word: str) -> bool:
    """Also true where there is no dictionary to ask."""
    words = dictionary()
    return words is None or words.spell(word)
