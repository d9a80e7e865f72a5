import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding

_TO_BE_WRITTEN = re.compile(
    r"""(?<![\w.])[xX]{2,}(?!\w)
    |\[(?:indsæt|skriv|tilføj|udfyld|navn|dato|tekst|tal|sted|mangler|xx*|år|titel)\b[^\]]*\]
    |\?{2,}|_{3,}|(?<!\w)(?:TBD|TODO)(?!\w)|\blorem\sipsum\b""",
    re.IGNORECASE | re.VERBOSE,
)


class Placeholders(TextCheck):
    """What was to be written later: »den XX. marts«, »[indsæt navn]«."""

    code = "placeholders"
    title = "Felter"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        for said in dict.fromkeys(found[0] for found in _TO_BE_WRITTEN.finditer(text.words)):
            yield self.finding(
                f"I »{text.place.title}« står der »{said}«. Skal der stå noget andet?", text.place, said
            )
