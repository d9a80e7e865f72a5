import re
from collections import defaultdict
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding, ListWord, Place
from plans.consistency.misspelt import meant
from plans.consistency.spelling import misspelt
from plans.consistency.word_lists import HOUSE_WORDS, RIGHT_WORDS

# In small letters: what begins with a large one is mostly a name, and names are the register's.
_WORD = re.compile(r"(?<![\w.@/:§-])[a-zæøåé]{4,}(?:-[a-zæøåé]+)*(?![\w@/]|-\w|\.\w)")
_QUOTED = re.compile(r"»[^»«\n]*«|[”“„][^”“„\n]*[”“]|\"[^\"\n]*\"|(?<!\w)['‘’][^'‘’\n]{2,60}['’](?!\w)")
_SHORT_FORMS = frozenset({"evt", "inkl", "ekskl", "vedr", "m.fl", "hhv", "osv", "pkt", "afsn", "kapt"})


class Spelling(Check):
    """Words that the dictionary does not know; one finding a word. Those that are right are listed."""

    code = "spelling"
    title = "Stavning"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        known = _known(plan)
        found: dict[str, list[Place]] = defaultdict(list)
        for text in plan.texts:
            for word in _WORD.findall(_QUOTED.sub(" ", text.words)):
                if word not in known:
                    found[word].append(text.place)
        wrong = misspelt(found)
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


def _known(plan: CheckedPlan) -> frozenset[str]:
    """What the secretariat, the house and the register write."""
    facts = plan.facts
    names = [facts.district, *facts.municipalities, *(area.name for area in facts.prevention_areas)]
    of_register = (word.casefold() for name in names for word in re.findall(r"[\w-]+", name))
    right = (right.casefold() for _, right in facts.house_words)
    return frozenset({*facts.own_words, *HOUSE_WORDS, *_SHORT_FORMS, *of_register, *right})
