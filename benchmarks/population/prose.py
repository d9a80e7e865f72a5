"""Sentences of Danish words, as often as words come in a language: a few all the time, most seldom."""

import random
from itertools import accumulate

SMALL = "og i at det er en til på som med af for de der den har et vi ikke om kan skal men fra ved"
THINGS = """
tryghed politi kommune skole unge natteliv lokalråd indsats opfølgning møde borgere forebyggelse boligområde
samarbejde aftale trafik psykiatri rådgivning kriminalitet rusmiddel vold bande færdsel beredskab ungdom
familie nabo hjælp kredsråd borgmester vejleder opgave overvågning butik station fritid klub forening sundhed
socialrådgiver netværk svindel tyveri indbrud digital hærværk nævn
"""
BEFORE = "- ungdoms lokal nabo nærmiljø trafik bande skole tryg by psykiatri u"
AFTER = """
- en et er erne s plan sområde smøde sarbejde stilbud sgruppe splanen sindsats sindsatsen sråd srådet sudvalg
skonsulent sansvarlig sfolk stal shus
"""
STREETS = 30  # a thing: names that stand in a plan or two
SENTENCE, SENTENCES = range(8, 17), 6


class Prose:
    """The same text for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.things = THINGS.split()
        self.words = [*SMALL.split(), *self.things, *_seldom(self.things)]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def heading(self) -> str:
        return f"{self.chance.choice(self.things).capitalize()} og {self._words(2)}"

    def body(self) -> str:
        return f"<p>{' '.join(self._sentence() for _ in range(SENTENCES))}</p>"

    def _sentence(self) -> str:
        return self._words(self.chance.choice(SENTENCE)).capitalize() + "."

    def _words(self, number: int) -> str:
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=number))


def _seldom(things: list[str]) -> list[str]:
    """Compounds and names, in no order."""
    made = [
        f"{first}{thing}{last}".replace("-", "")
        for thing in things
        for first in BEFORE.split()
        for last in AFTER.split()
    ]
    made += [f"{thing}vej{number}" for thing in things for number in range(STREETS)]
    random.Random(0).shuffle(made)
    return made
