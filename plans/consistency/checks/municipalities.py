import re
from collections import Counter
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding
from plans.consistency.municipality_lists import LEFT_OUT, are_listed, named_in, says_all, units
from samarbejde import danish

_ON_PURPOSE = re.compile(r"\b(?:undtagen|bortset|ikke|minus|øvrige|andre|uden)\b", re.IGNORECASE)


class Municipalities(TextCheck):
    """A sentence, list or table that is meant as all the district's kommuner names each of them once."""

    code = "municipalities"
    title = "Lister over kommuner"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        names = plan.facts.municipalities
        for unit in units(text) if not text.is_topic else ():
            named = Counter(named_in(unit, names))
            absent = [name for name in names if name not in named]
            is_of_all = says_all(unit) and len(named) > len(names) // 2
            if not (are_listed(named, names) or is_of_all) or _ON_PURPOSE.search(unit):
                continue
            if 0 < len(absent) <= LEFT_OUT or (absent and is_of_all):
                missing = danish.listing(absent)
                yield self.finding(
                    f"»{text.place.title}« nævner {len(named)} af politikredsens {len(names)} kommuner, "
                    f"men ikke {missing}.",
                    text.place,
                    missing,
                )
            if twice := [name for name in names if named[name] > 1]:
                often = danish.listing(twice)
                yield self.finding(
                    f"»{text.place.title}« nævner {often} mere end én gang i listen over kommuner.",
                    text.place,
                    f"{often} to gange",
                )
