"""Sections that were taken out of a plan, and can be brought back. Reads only."""

from typing import Any

from plans.document.models import Plan, Section


def deleted_sections(plan: Plan) -> list[Any]:
    """The last record of every section that is gone, newest first."""
    gone = Section.history.filter(plan_id=plan.pk, history_type="-")
    gone = gone.exclude(id__in=plan.sections.values("pk")).select_related("history_user")
    newest: dict[int, Any] = {}
    for row in gone.order_by("-history_date", "-history_id"):
        newest.setdefault(row.id, row)
    return list(newest.values())


def restorable(plan: Plan) -> list[Any]:
    """Those to offer one by one: what was deleted with another comes back with it."""
    return [row for row in deleted_sections(plan) if row.history_change_reason == "Slettet"]
