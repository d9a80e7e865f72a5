"""The gate that the law asks for."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from councils.models import AgendaItem, Attendance, Meeting, Membership
from plans.approval.models import Discussion
from plans.document.models import Plan
from plans.document.states import PLAN_TRANSITIONS, PlanState
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.events.recording import record
from samarbejde.histories import by_hand_of
from samarbejde.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def record_discussion(
    plan: Plan, *, held_on: date, place: str, present: Sequence[Membership], minutes: str, by: User
) -> Discussion:
    """Retsplejeloven § 113: the plan is published after discussion in the kredsråd."""
    plan = lock(plan)
    move(plan, PlanState.DISCUSSED, PLAN_TRANSITIONS)
    if held_on > timezone.localdate():
        raise Refused("Mødet er ikke holdt endnu. Registrér drøftelsen, når det er.")
    if not present:
        raise Refused("Ingen er krydset af som til stede. Sæt kryds ved dem, der deltog i mødet.")
    refuse_in([place, minutes])
    meeting = _meeting(plan, held_on, place, present)
    last = meeting.agenda.aggregate(last=Max("position"))["last"] or 0
    item = AgendaItem.objects.create(
        meeting=meeting, position=last + 1, title=f"Drøftelse af {plan.title}", minutes=minutes
    )
    discussion = Discussion.objects.create(plan=plan, meeting=meeting, agenda_item=item, recorded_by=by)
    by_hand_of(by, plan).save()
    record(
        "plan.discussed",
        f"Planen blev drøftet på mødet i {plan.council.name} den {date_text(held_on)}, {place}",
        by=by,
        subject=plan,
    )
    return discussion


def _meeting(plan: Plan, held_on: date, place: str, present: Iterable[Membership]) -> Meeting:
    """The meeting of that day: one that stands there already is used again."""
    meeting, _ = Meeting.objects.update_or_create(
        council=plan.council, held_on=held_on, defaults={"place": place}
    )
    for member in present:
        Attendance.objects.get_or_create(
            meeting=meeting, membership=member, defaults={"name": member.user.name, "title": member.title}
        )
    return meeting
