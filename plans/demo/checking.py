"""What the secretariat says of the check's findings: one may stand, and an abbreviation is known to all."""

from plans.consistency.models import WordKind
from plans.consistency.preparing import findings_of
from plans.consistency.workflow import list_word, waive
from plans.document.models import Plan
from samarbejde.accounts.models import User

KNOWN, MAY_STAND = "SSP", "figure-sources"
BECAUSE = "Tallene er politikredsens egne. De bliver talt op igen i juni."


def look_at_findings(plan: Plan, secretary: User) -> None:
    district = plan.council.district
    list_word(district, kind=WordKind.ABBREVIATION, word=KNOWN, by=secretary)
    list_word(district, kind=WordKind.HOUSE, word="info-hus", right="infohus", by=secretary)
    for found in findings_of(plan):
        if found.code == MAY_STAND:
            waive(plan, found.key, BECAUSE, by=secretary)
