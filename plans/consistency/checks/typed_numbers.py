import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding, Replacement

_NUMBER = re.compile(r"(\d{1,2}\.(?:\d{1,2}\.?)*)\s+(?=\S)")


class TypedNumbers(TextCheck):
    """A number that was typed before a heading: the portal numbers the sections itself."""

    code = "typed-numbers"
    title = "Overskrifter"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        if text.is_topic or not (typed := _NUMBER.match(text.heading)):
            return
        bare = text.heading[typed.end() :]
        yield self.finding(
            f"Overskriften »{text.heading}« begynder med et nummer. Portalen giver selv afsnittet nummer.",
            text.place,
            text.heading,
            Replacement((text.place,), text.heading, bare),
        )
