from collections import defaultdict
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding
from samarbejde import danish


class SameHeading(Check):
    code = "same-heading"
    title = "Overskrifter"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        found: dict[str, list[Text]] = defaultdict(list)
        for text in plan.sections:
            if text.heading:
                found[text.heading.casefold()].append(text)
        for same in found.values():
            if len(same) > 1:
                numbers = danish.listing(text.number or text.heading for text in same)
                yield self.finding(
                    f"Overskriften »{same[0].heading}« står {len(same)} gange: {numbers}.",
                    same[1].place,
                    same[0].heading,
                )
