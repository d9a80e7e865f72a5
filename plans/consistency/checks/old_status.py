import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding
from plans.consistency.past_years import in_text
from plans.consistency.text_sources import has_source_note
from samarbejde.danish import MONTHS

STATUS = re.compile(
    rf"\bstatus\s(?:pr\.\s(?:\d{{1,2}}\.\s)?)?(?:{'|'.join(MONTHS)})\s(20\d\d)", re.IGNORECASE
)


class OldStatus(TextCheck):
    """A status from before the plan's year that names no source: whoever renews it must know whom to ask."""

    code = "old-status"
    title = "Status og tal"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        statuses = list(STATUS.finditer(text.words))
        told_already = in_text(text.body + text.closing, plan.year) if statuses else []
        for said in statuses:
            is_old = int(said[1]) < plan.year and said[0] not in told_already
            if is_old and not has_source_note(text):
                yield self.finding(
                    f"»{said[0]}« i »{text.place.title}« er ældre end planens år og har ingen kilde. "
                    "Skriv tallene op, og hvor de er fra.",
                    text.place,
                    said[0],
                )
