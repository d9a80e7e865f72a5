import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding, Replacement
from plans.consistency.numbers import WORDS

_PLURALS = {
    "emne": "emner",
    "område": "områder",
    "indsatsområde": "indsatsområder",
    "boligområde": "boligområder",
    "forebyggelsesområde": "forebyggelsesområder",
    "kommune": "kommuner",
    "møde": "møder",
    "opgave": "opgaver",
    "projekt": "projekter",
    "indsats": "indsatser",
    "initiativ": "initiativer",
    "borgmester": "borgmestre",
    "politikreds": "politikredse",
}
_SEVERAL = "|".join(word for word, number in WORDS.items() if number > 1)
_ONE_OF_MANY = re.compile(
    rf"(?<!\w)((?:{_SEVERAL})\s(?:\w+e\s)?)({'|'.join(_PLURALS)})(?![\w-])", re.IGNORECASE
)


class NumberForms(TextCheck):
    """Several of a thing, and the word for one of it: »to emne«."""

    code = "number-forms"
    title = "Stavning"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        for before, noun in dict.fromkeys(_ONE_OF_MANY.findall(text.words)):
            said, right = before + noun, before + _PLURALS[noun.lower()]
            yield self.finding(
                f"I »{text.place.title}« står der »{said}«. Det hedder »{right}«.",
                text.place,
                said,
                Replacement((text.place,), said, right) if text.place.section else None,
            )
