from collections.abc import Iterator
from itertools import zip_longest

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding


class EmptySections(Check):
    """A section with neither text nor facts, and no sections below it."""

    code = "empty-sections"
    title = "Tomme afsnit"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        for text, following in zip_longest(plan.sections, plan.sections[1:]):
            has_sections = following is not None and following.depth > text.depth
            if not (text.body or text.closing or text.data_kind or has_sections):
                yield self.finding(f"»{text.place.title}« er tomt.", text.place, text.heading)
