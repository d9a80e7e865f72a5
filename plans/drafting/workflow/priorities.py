"""What each lokalråd puts first: the plan's topics in the order of its own list."""

from django.db import transaction
from django.db.models import Max
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from councils.models import Council
from plans.document.models import FocusArea, Priority, Scope
from plans.drafting.lists import areas_for, local_councils
from plans.drafting.workflow.edit_lock import lock_open, locked_area
from samarbejde.accounts.models import User
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused


def prioritise(area: FocusArea, councils: list[Council], *, by: User) -> None:
    """Put `area` last in the list of each of these lokalråd."""
    placed = Priority.objects.filter(focus_area__plan=area.plan_id).order_by()
    last = dict(placed.values_list("council").annotate(Max("position")))
    rows = [
        Priority(council=council, focus_area=area, position=last.get(council.pk, 0) + 1)
        for council in councils
    ]
    bulk_create_with_history(rows, Priority, default_user=by)


@transaction.atomic
def add_priority(area: FocusArea, council: Council, *, by: User) -> None:
    """Put a topic of the plan last in the list of `council`: one that may stand there."""
    plan = lock_open(area.plan)
    area = locked_area(plan, area.pk)
    if area not in areas_for(plan, council) or council not in local_councils(plan):
        raise Refused("Emnet hører til et andet lokalråd.")
    if area.priorities.filter(council=council).exists():
        raise Refused(f"»{area}« står allerede på listen.")
    prioritise(area, [council], by=by)


@transaction.atomic
def move_priority(priority: Priority, steps: int, *, by: User) -> tuple[int, int]:
    """Move a topic up (-1) or down (1) its lokalråd's list: its number now, and of how many."""
    rows = _locked_list(priority)
    here = rows.index(priority)
    there = here + steps
    if not 0 <= there < len(rows):
        raise Refused("Emnet kan ikke flyttes længere. Rækkefølgen kan være ændret af en anden.")
    rows.insert(there, rows.pop(here))
    _renumber(rows, by)
    return there + 1, len(rows)


@transaction.atomic
def remove_priority(priority: Priority, *, by: User) -> None:
    """Take a lokalråd's own topic off its list; a district-wide one stands in every list."""
    rows = _locked_list(priority)
    row = rows.pop(rows.index(priority))
    if row.focus_area.scope == Scope.DISTRICT:
        raise Refused(f"»{row.focus_area}« er kredsdækkende og skal stå på alle lokalråds lister.")
    with_editor(by, row).delete()
    _renumber(rows, by)


def _locked_list(priority: Priority) -> list[Priority]:
    plan = lock_open(priority.focus_area.plan)
    rows = Priority.objects.filter(focus_area__plan=plan, council=priority.council_id)
    found = list(rows.select_related("focus_area__section").order_by("position", "pk"))
    if priority not in found:
        raise Refused("Emnet er taget af listen af en anden.")
    return found


def _renumber(rows: list[Priority], by: User) -> None:
    moved = [row for position, row in enumerate(rows, start=1) if row.position != position]
    for position, row in enumerate(rows, start=1):
        row.position = position
    if moved:
        bulk_update_with_history(moved, Priority, ["position"], default_user=by)
