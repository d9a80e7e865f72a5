import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding, Replacement

_TWICE = re.compile(r"(?<![\w.-])(\w{2,})\s+\1(?![\w-])", re.IGNORECASE)
# »der der« and »det det« may be right: »alle, der der er brug for«.
_MAY_STAND = frozenset({"der", "det", "den", "de", "som", "har", "at"})


class DoubledWords(TextCheck):
    """One word twice in a row: »er er«."""

    code = "doubled-words"
    title = "Stavning"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        said = (found for line in text.words.split("\n") for found in _TWICE.finditer(line))
        for twice in {found[0]: found for found in said}.values():
            if twice[1].casefold() in _MAY_STAND or twice[1].isdigit():
                continue
            yield self.finding(
                f"I »{text.place.title}« står der »{twice[0]}«. Skal ordet kun stå én gang?",
                text.place,
                twice[0],
                Replacement((text.place,), twice[0], twice[1]) if text.place.section else None,
            )
