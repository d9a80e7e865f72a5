"""What a plan laid on people goes on in the plan that is carried forward from it."""

from datetime import date

from django.db import transaction

from plans.document.models import Plan
from plans.drafting.workflow.edit_lock import lock_open
from plans.duties.models import Duty
from samarbejde.accounts.models import User
from samarbejde.histories import with_editor

FOLLOWS = (
    *("position", "wording", "addressee", "council_ids", "who", "modality", "asked"),
    *("due_quarter", "at_meeting", "condition", "sentence_key"),
)


@transaction.atomic
def carry_duties(plan: Plan, *, by: User) -> int:
    """The duties of the year before, with topic and section of the same lineage, at the same time of year.

    Done twice it carries nothing twice; how many were carried.
    """
    plan = lock_open(plan)
    if plan.previous is None:
        return 0
    sections = {section.lineage: section for section in plan.sections.all()}
    areas = {area.lineage: area for area in plan.focus_areas.all()}
    carried = set(plan.duties.values_list("carried_from", flat=True))
    before = plan.previous.duties.exclude(pk__in=[pk for pk in carried if pk])
    found = list(before.select_related("section", "focus_area"))
    for duty in found:
        new = Duty(plan=plan, carried_from=duty, **{name: getattr(duty, name) for name in FOLLOWS})
        new.section = sections.get(duty.section.lineage) if duty.section else None
        new.focus_area = areas.get(duty.focus_area.lineage) if duty.focus_area else None
        later = plan.year - plan.previous.year
        new.due_year = duty.due_year + later if duty.due_year else None
        new.due_on = _later(duty.due_on, later) if duty.due_on else None
        with_editor(by, new, f"Videreført fra {plan.previous.year}").save()
    return len(found)


def _later(day: date, years: int) -> date:
    """The same day of a later year; of 29 February the day before."""
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + years)
