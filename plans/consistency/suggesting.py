"""Other words for one that the dictionary does not know, the likeliest first.

The plan's own words cost nothing. The dictionary takes up to half a second a word: it is asked of all that
there is time for, of the word that somebody asks for, and once of each: its answers are remembered.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.misspelt import distance
from plans.consistency.spelling import REMEMBERED, Dictionary, dictionary, known
from plans.consistency.word_lists import RIGHT_WORDS

PATIENCE = 0.5  # seconds of work on all the words of a page
MOST = 3  # words for one
LIKE = 0.85  # of a word of the plan's
_SHORTEST = 4  # letters of a compound's part
_answers: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True)
class Suggested:
    words: tuple[str, ...]
    is_all: bool  # the dictionary has been asked


def suggestions(words: Iterable[str], plan: CheckedPlan, *, asked: str = "") -> dict[str, Suggested]:
    """By word; the one that is `asked` for is never put off."""
    own_words, book = sorted(_right_words(plan)), dictionary()
    if len(_answers) > REMEMBERED:
        _answers.clear()
    given_up = time.thread_time() + PATIENCE
    found = {}
    for word in sorted(dict.fromkeys(words), key=lambda one: one != asked):
        if book and word not in _answers and (word == asked or time.thread_time() < given_up):
            _answers[word] = tuple(_from_dictionary(word, book))
        from_plan = get_close_matches(word, own_words, MOST, LIKE)
        is_all = book is None or word in _answers
        found[word] = Suggested(_best(word, [*from_plan, *_answers.get(word, ())]), is_all)
    return found


def _right_words(plan: CheckedPlan) -> set[str]:
    """What the plan writes elsewhere, and what the house and the secretariat write."""
    house = (right.casefold() for _, right in plan.facts.house_words)
    return {*known(plan.lower_words), *RIGHT_WORDS, *plan.facts.own_words, *house}


def _best(word: str, others: Iterable[str]) -> tuple[str, ...]:
    near = {other: distance(word, other) for other in others if other != word}
    close = (other for other in near if near[other] <= max(2, len(word) // 6))
    return tuple(sorted(close, key=lambda other: near[other]))[:MOST]


def _from_dictionary(word: str, book: Dictionary) -> Iterator[str]:
    """For the word as a whole; for its parts where nothing is like the whole."""
    in_one = word.replace("-", "")  # the dictionary finds that last, and gives up before it when in a hurry
    yield from [in_one] if in_one != word and book.spell(in_one) else []
    whole = [other for other in book.suggest(word) if other.islower()]
    yield from whole
    if not _best(word, whole):
        yield from _of_parts(word, book)


def _of_parts(word: str, book: Dictionary) -> Iterator[str]:
    """»kreds|dekkende«: the longest part that is a word stays, another is suggested for the rest."""
    splits = [(word[:at], word[at:]) for at in range(_SHORTEST, len(word) - _SHORTEST + 1)]
    lengths = {
        (head, tail): max(len(head) * _is_word(head, book), len(tail) * book.spell(tail))
        for head, tail in splits
    }
    for head, tail in sorted(splits, key=lambda split: -lengths[split])[:1]:
        if _is_word(head, book) and book.spell(tail):
            joined = head.removesuffix("s") + tail if head.endswith("s") else f"{head}s{tail}"
            yield from [joined] if book.spell(joined) else []
        elif _is_word(head, book):
            yield from (head + other for other in book.suggest(tail) if other.islower())
        elif book.spell(tail):
            yield from (other + tail for other in book.suggest(head) if other.islower())


def _is_word(head: str, book: Dictionary) -> bool:
    """Also with the letter that joins it to what follows: »trygheds-«."""
    return book.spell(head) or (head.endswith("s") and book.spell(head[:-1]))
