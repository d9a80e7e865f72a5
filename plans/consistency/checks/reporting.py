from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding, Link
from samarbejde import danish


class Reporting(Check):
    """A plan with no duty at all, or topics that nobody reports on."""

    code = "reporting"
    title = "Afrapportering"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        facts = plan.facts
        if not plan.sections:
            return
        mend = Link("Tilføj en opgave", "duties", (facts.plan,))
        if not facts.to_do:
            yield self.finding("Planen har ingen opgaver: ingen skal afrapportere til kredsrådet.", mend=mend)
            return
        reported = {duty.section for duty in facts.to_do if duty.due_year and duty.section}
        without = [topic for topic in facts.topics if topic.section and topic.section not in reported]
        if reported and without:
            names = danish.listing(f"»{topic.title}«" for topic in without)
            yield self.finding(
                f"Ingen afrapporterer om {names}. Andre emner har en opgave.", quotation=names, mend=mend
            )
