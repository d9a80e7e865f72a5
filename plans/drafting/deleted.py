"""The bin: sections taken out of a plan since it was last published, that can come back. Reads only."""

from plans.document.models import Plan, Section
from plans.document.states import PlanState
from samarbejde.histories import Record


def deleted_sections(plan: Plan) -> list[Record]:
    """The last record of every section that is gone, newest first; publication empties the bin."""
    gone = Section.history.filter(plan_id=plan.pk, history_type="-")
    gone = gone.exclude(id__in=plan.sections.values("pk")).select_related("history_user")
    published = plan.history.filter(state=PlanState.PUBLISHED).order_by("-history_date").first()
    if published is not None:
        gone = gone.filter(history_date__gt=published.history_date)
    newest: dict[int, Record] = {}
    for row in gone.order_by("-history_date", "-history_id"):
        newest.setdefault(row.id, row)
    return list(newest.values())


def restorable(plan: Plan) -> list[Record]:
    """Those to offer one by one: what was deleted with another comes back with it."""
    return [row for row in deleted_sections(plan) if row.history_change_reason == "Slettet"]
