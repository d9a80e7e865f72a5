"""What somebody typed, and the words of the plans that are meant by it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.contrib.postgres.search import SearchQuery
from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Length

from plans.publication.models import SearchWord
from samarbejde.text.words import folded, words

MOST_WORDS = 8
FEW = 40  # of the words with »e« in them: the shortest are in more sections than anybody reads
MOST_GUESSES = 10
ALIKE, NEARLY_AS_ALIKE = 0.75, 0.1  # of 1: the same letters in the same order
# In a question they say nothing of what is looked for.
SMALL = frozenset(
    words(
        "af alle at bliver da de den der det dig dit din du eller en er et find for fra få får gør ham han "
        "har have hjælp hun hvad hvem hvilke hvilken hvis hvor hvordan hvorfor hvornår i ikke jeg jer kan "
        "kommer man med mig min mit mod når og om op os på sig sin skal som så til ud ved vi vil være"
    )
)


@dataclass(frozen=True)
class Asked:
    """One word of the query."""

    word: str  # in small letters
    found: tuple[str, ...]  # the words that it is a part of, or an inflection of
    is_guess: bool = False  # there are none: these are spelt nearly so

    @property
    def is_cut(self) -> bool:
        """There are more of them."""
        return len(self.found) == FEW

    def is_among(self, its_words: Iterable[str]) -> bool:
        return any(word in self.found or (self.is_cut and self.word in word) for word in its_words)

    @property
    def spellings(self) -> list[str]:
        """Folded: itself, and what it is no part of."""
        own = folded(self.word)
        return [own, *(other for other in map(folded, self.found) if own not in other)]


def asked(query: str, most: int | None = FEW) -> list[Asked]:
    """Each word with the `most` shortest that it means; all with None."""
    typed = list(dict.fromkeys(words(query)))
    chosen = ([word for word in typed if word not in SMALL] or typed)[:MOST_WORDS]
    known = _by_word({word: _known(word)[:most] for word in chosen})
    lost = [word for word in chosen if not known[word]]
    near = _by_word({word: _begin_alike(word) for word in lost})
    guessed = {word: _most_alike(word, near[word]) for word in lost}
    return [Asked(word, tuple(known[word] or guessed[word]), word in guessed) for word in chosen]


def _known(word: str) -> QuerySet[SearchWord]:
    its_own = Q(folded__contains=folded(word)) | Q(stem=SearchQuery(word, config="danish"))
    return SearchWord.objects.filter(its_own).order_by(Length("text"), "text")


def _begin_alike(word: str) -> QuerySet[SearchWord]:
    return SearchWord.objects.filter(folded__startswith=folded(word)[:2])


def _by_word(queries: dict[str, QuerySet[SearchWord]]) -> dict[str, list[str]]:
    """The answers to all of them, in one question to the database."""
    found: dict[str, list[str]] = {word: [] for word in queries}
    each = [
        query.annotate(asked=Value(word, output_field=CharField())).values_list("asked", "text")
        for word, query in queries.items()
    ]
    for word, text in each[0].union(*each[1:], all=True) if each else ():
        found[word].append(text)
    return found


def _most_alike(word: str, candidates: Iterable[str]) -> list[str]:
    """A compound is held against the word by its first part: »rusmidler« is nearly »rusmiddelcenter«."""
    own = folded(word)
    matcher = SequenceMatcher(b=own, autojunk=False)
    scores: dict[str, float] = {}
    for candidate in candidates:
        matcher.set_seq1(folded(candidate)[: len(own)])
        if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
            scores[candidate] = matcher.ratio()
    least = max([ALIKE, *(score - NEARLY_AS_ALIKE for score in scores.values())])
    chosen = [candidate for candidate, score in scores.items() if score >= least]
    return sorted(chosen, key=lambda candidate: (-scores[candidate], candidate))[:MOST_GUESSES]
