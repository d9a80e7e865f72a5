"""How much texts in Danish say the same: by the letters of their words, whatever their endings and compounds.

Each word of the one finds the word of the other that has most of its letters in a row, so that »nattelivet«
finds »natteliv« and »butikstyveri« both »butikker« and »tyverier«. A rare word says more than a common one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt
from typing import NamedTuple

from samarbejde.text.characters import composed
from samarbejde.text.words import words

SHORTEST = 3  # letters of a word that says something
LETTERS = 3  # in a row
ALIKE = 0.5  # of the letters of the shorter word
TITLE = 3.0  # what a word of the title weighs; one of the text weighs 1
NOT_THE_SAME = 0.8  # of a word that is only alike
READ = 700  # characters of a text: what it is about, it says first
_SMALL_ONES = (
    "alle andre bliver blive bør den der deres det dette disse efter eller en er et flere for fra få får",
    "før gør ham han har have hele her hos hun hver hvis hvor hvordan i ikke ind ingen inden jer kan kun",
    "kommer lave man med mellem men mere mest mindre mod må når ned ny nye og også om op os over på samt",
    "selv sig sin skal som så til ud under uden var ved vi vil vores være år åres",
)
SMALL = frozenset(word for line in _SMALL_ONES for word in words(line))
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},40}}")
_ENDING = re.compile(r"(ernes|erne|enes|ene|ets|ens|ers|er|en|et|es|e|s)$")
_TAG = re.compile(r"<[^>]+>|&[a-z#0-9]+;")


@dataclass(frozen=True)
class Text:
    """One that is held against others; `key` names it. `body` is rich text."""

    key: str
    title: str
    body: str


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Without the ending of its case and number; never shorter than four letters."""
    short = _ENDING.sub("", word)
    if len(short) < LETTERS + 1:
        return word
    return short[:-1] if len(short) > 4 and short[-1] == short[-2] else short


@lru_cache(maxsize=20_000)
def letters_of(word: str) -> frozenset[str]:
    """All its runs of letters, with its beginning marked."""
    marked = f"_{word}"
    return frozenset(marked[at : at + LETTERS] for at in range(len(marked) - LETTERS + 1))


def stems_of(text: str) -> set[str]:
    found = set(_WORD.findall(_TAG.sub(" ", composed(text).lower())))
    return {stem(word) for word in found - SMALL}


def most_alike(one: Text, others: Sequence[Text], *, least: float, most: int) -> list[tuple[Text, float]]:
    """Those that say most of the same, the most alike first, each with how much, of 1."""
    own = _Weighed(one, stems_of(one.title), stems_of(one.body[:READ]))
    texts = [_Weighed(text, stems_of(text.title), stems_of(text.body[:READ])) for text in others]
    counted = Counter(word for text in (own, *texts) for word in text.title | text.body)
    rarity = {word: log(1 + (len(texts) + 1) / number) for word, number in counted.items()}
    shared: defaultdict[int, float] = defaultdict(float)
    places = _places(texts)
    spelt = _spelt(places)
    for word in own.title | own.body:
        for at, reached in _reached(word, places, spelt, rarity).items():
            shared[at] += own.weight(word) * rarity[word] * reached
    whole = own.length(rarity)
    scores = {at: number / (whole * texts[at].length(rarity)) for at, number in shared.items()}
    best = sorted(scores, key=lambda at: -scores[at])[:most]
    return [(texts[at].text, scores[at]) for at in best if scores[at] >= least]


class _Weighed(NamedTuple):
    """A text by the stems of its words."""

    text: Text
    title: set[str]
    body: set[str]

    def weight(self, word: str) -> float:
        return TITLE if word in self.title else 1.0

    def length(self, rarity: Mapping[str, float]) -> float:
        return sqrt(sum((self.weight(word) * rarity[word]) ** 2 for word in self.title | self.body))


Places = Mapping[str, list[tuple[int, float]]]


def _places(texts: Sequence[_Weighed]) -> Places:
    """Of each word, in which texts it is, and how much it weighs there."""
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, text in enumerate(texts):
        for word in text.title:
            found[word].append((at, TITLE))
        for word in text.body - text.title:
            found[word].append((at, 1.0))
    return found


def _spelt(known: Iterable[str]) -> dict[str, list[str]]:
    """The words by the runs of letters in them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in known:
        for letters in letters_of(word):
            found[letters].append(word)
    return found


def _reached(
    word: str, places: Places, spelt: Mapping[str, list[str]], rarity: Mapping[str, float]
) -> dict[int, float]:
    """By text, the best that it has for the word: the same one, or one that shares most of its letters."""
    best: dict[int, float] = {}
    own = letters_of(word)
    shared = Counter(other for letters in own for other in spelt.get(letters, ()))
    for other, number in shared.items():
        alike = number / min(len(own), len(letters_of(other)))
        if alike <= ALIKE:
            continue
        worth = rarity[other] * alike * (1.0 if word == other else NOT_THE_SAME)
        for at, weight in places[other]:
            best[at] = max(best.get(at, 0.0), worth * weight)
    return best
