"""Text as the words that it is found by."""

import re
import unicodedata

from samarbejde.text.characters import composed

LONGEST = 200  # letters; a longer run is taken apart
_WORD = re.compile(rf"\w{{1,{LONGEST}}}")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})


def words(text: str) -> list[str]:
    """Each word in small letters, in the order of the text; the parts of »SSP-møde« are two."""
    return _WORD.findall(composed(text).casefold())


def folded(word: str) -> str:
    """As one spells without Danish letters and accents: `rådgivning` → `raadgivning`."""
    apart = unicodedata.normalize("NFD", word.translate(_LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
