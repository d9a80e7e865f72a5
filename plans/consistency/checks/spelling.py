import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding, ListWord, Place
from plans.consistency.misspelt import meant
from plans.consistency.spelling import known as known_words
from plans.consistency.spelling import misspelt
from plans.consistency.suggesting import LIKE
from plans.consistency.word_lists import HOUSE_WORDS, RIGHT_WORDS

# In small letters: what begins with a large one is mostly a name, and names are the register's. The first
# of a sentence is read where it is nearly a word that stands elsewhere.
_WORD = re.compile(r"(?<![\w.@/:§-])[a-zæøåé]{4,}(?:-[a-zæøåé]+)*(?![\w@/]|-\w|\.\w)")
_FIRST = re.compile(r"(?:^|[.!?:]\s)([A-ZÆØÅ][a-zæøåé]{5,})(?=,?\s[a-zæøå])", re.MULTILINE)
_QUOTED = re.compile(r"»[^»«\n]*«|[”“„][^”“„\n]*[”“]|\"[^\"\n]*\"|(?<!\w)['‘’][^'‘’\n]{2,60}['’](?!\w)")
_SHORT_FORMS = frozenset({"evt", "inkl", "ekskl", "vedr", "m.fl", "hhv", "osv", "pkt", "afsn", "kapt"})


class Spelling(Check):
    """Words that the dictionary does not know; one finding a word. Those that are right are listed."""

    code = "spelling"
    title = "Stavning"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        known = _known(plan)
        found: dict[str, list[Place]] = defaultdict(list)
        first: dict[str, list[Place]] = defaultdict(list)
        for text in plan.texts:
            unquoted = _QUOTED.sub(" ", text.words)
            for word in _WORD.findall(unquoted):
                if word not in known:
                    found[word].append(text.place)
            for word in _FIRST.findall(unquoted):
                if word.lower() not in known:
                    first[word].append(text.place)
        wrong = misspelt(found)
        for word in _slips(first, plan):
            found[word.lower()] += first[word]
            wrong.add(word.lower())
        for word, places in found.items():
            if word not in wrong or meant(word, RIGHT_WORDS):  # the latter is told as a house word
                continue
            often = "" if len(places) == 1 else f" Det står {len(places)} gange."
            yield self.finding(
                f"Ordbogen kender ikke »{word}«.{often} Ret det, eller læg det i ordlisten.",
                places[0],
                word,
                also=dict.fromkeys(place for place in places if place != places[0]),
                known=ListWord(word, "word", "Læg i ordlisten"),
            )


def _slips(first: Iterable[str], plan: CheckedPlan) -> list[str]:
    """The first words of sentences that are none, and nearly one that the plan has elsewhere."""
    unknown = misspelt(first)
    in_small = misspelt(word.lower() for word in unknown)
    unknown = {word for word in unknown if word.lower() in in_small}
    right = sorted(RIGHT_WORDS | known_words(plan.lower_words)) if unknown else []
    return [word for word in unknown if get_close_matches(word.lower(), right, 1, LIKE)]


def _known(plan: CheckedPlan) -> frozenset[str]:
    """What the secretariat, the house and the register write."""
    facts = plan.facts
    names = [facts.district, *facts.municipalities, *(area.name for area in facts.prevention_areas)]
    of_register = (word.casefold() for name in names for word in re.findall(r"[\w-]+", name))
    right = (right.casefold() for _, right in facts.house_words)
    return frozenset({*facts.own_words, *HOUSE_WORDS, *_SHORT_FORMS, *of_register, *right})
