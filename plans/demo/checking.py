"""What the secretariat says of the check's findings: one may stand, and an abbreviation is known to all.

A word was misspelt in two sections, for the check to find and to put right.
"""

from plans.consistency.models import WordKind
from plans.consistency.preparing import findings_of
from plans.consistency.workflow import list_word, waive
from plans.document.models import Plan
from plans.drafting import workflow as drafting
from samarbejde.accounts.models import User

KNOWN, MAY_STAND = "SSP", "figure-sources"
WRITTEN_IN = ("Digital kriminalitet", "Narkotikasalg ved skoler")
SLIP = "<p>Lokalrådene sender hver juni en kort opsammling på det, de har prøvet.</p>"
BECAUSE = "Tallene er politikredsens egne. De bliver talt op igen i juni."


def write_in_a_hurry(plan: Plan, colleague: User) -> None:
    for section in plan.sections.filter(heading__in=WRITTEN_IN):
        drafting.save_section(
            section,
            by=colleague,
            version=section.version,
            heading=section.heading,
            body=section.body + SLIP,
            closing=section.closing,
        )


def look_at_findings(plan: Plan, secretary: User) -> None:
    district = plan.council.district
    list_word(district, kind=WordKind.ABBREVIATION, word=KNOWN, by=secretary)
    list_word(district, kind=WordKind.HOUSE, word="info-hus", right="infohus", by=secretary)
    for found in findings_of(plan):
        if found.code == MAY_STAND:
            waive(plan, found.key, BECAUSE, by=secretary)
