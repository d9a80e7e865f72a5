from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import WHOLE_PLAN, Finding


class ImportRemarks(Check):
    """What an old document had otherwise than the plan that was read from it."""

    code = "import-remarks"
    title = "Fra dokumentet"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        places = {text.place.lineage: text.place for text in plan.texts}
        for remark in plan.facts.import_remarks:
            place = places.get(remark.lineage, WHOLE_PLAN)
            yield self.finding(remark.message, place, remark.quotation)
