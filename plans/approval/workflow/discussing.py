"""The gate that the law asks for."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from councils.attendance.seats import Answer
from councils.attendance.workflow import hold_meeting
from councils.models import AgendaItem, Meeting, Presence
from plans.approval.agenda import key_of
from plans.approval.consulted import too_early
from plans.approval.frozen import text_after
from plans.approval.models import Discussion
from plans.approval.workflow.correcting import begin
from plans.document.keeping import keep_version
from plans.document.models import Plan, Step
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def record_discussion(
    plan: Plan,
    *,
    held_on: date,
    place: str,
    answers: Sequence[Answer],
    minutes: str,
    with_corrections: bool = False,
    early_reason: str = "",
    by: User,
) -> Discussion:
    """Retsplejeloven § 113: the plan is published after discussion in the kredsråd.

    `answers` say who sat in which seat. `early_reason` is asked for where the meeting came before the
    consultation had ended; `with_corrections` opens the text for what the kredsråd asked to have changed.
    """
    plan = lock(plan)
    if plan.state == PlanState.CORRECTING:
        raise Refused(f"Planen er »{plan.get_state_display()}«. Afslut rettelserne, så er den drøftet.")
    move(plan, PlanState.DISCUSSED, plan.transitions)
    early = too_early(plan, held_on)
    _refuse_unfit(held_on, answers, early, early_reason)
    refuse_in([place, minutes, early_reason, *(answer.name for answer in answers)])
    meeting = hold_meeting(plan.council, held_on=held_on, place=place, answers=answers)
    discussion = Discussion.objects.create(
        plan=plan,
        meeting=meeting,
        agenda_item=_on_its_agenda(meeting, plan, minutes, by),
        recorded_by=by,
        early_reason=early_reason if early else "",
    )
    with_editor(by, plan).save()
    keep_version(plan, Step.DISCUSSED, text=text_after(discussion), by=by)
    what = f"Planen blev drøftet på mødet i {plan.council.name} den {date_text(held_on)}, {place}"
    if early:
        what = f"{what}. {early} Begrundelse: {early_reason}"
    record("plan.discussed", what, by=by, subject=plan)
    if with_corrections:
        begin(plan, discussion, by)
    return discussion


def _on_its_agenda(meeting: Meeting, plan: Plan, minutes: str, by: User) -> AgendaItem:
    """The point that the meeting has for this plan, or a new one behind the others."""
    waiting = meeting.agenda.filter(source__startswith=key_of(plan), minutes="").order_by("position").first()
    if waiting is not None:
        item = lock(waiting)
        item.minutes = minutes
        return save_as_next(by, item)
    last = meeting.agenda.aggregate(last=Max("position"))["last"] or 0
    return AgendaItem.objects.create(
        meeting=meeting, position=last + 1, title=f"Drøftelse af {plan.title}", minutes=minutes
    )


def _refuse_unfit(held_on: date, answers: Sequence[Answer], early: str, early_reason: str) -> None:
    if held_on > timezone.localdate():
        raise Refused("Mødet er ikke holdt endnu. Registrér drøftelsen, når det er.")
    if all(answer.presence == Presence.ABSENT for answer in answers):
        raise Refused("Ingen er skrevet ind som mødt. Vælg, hvem der deltog i mødet.")
    if early and not early_reason:
        raise Refused(f"{early} Ret datoen, eller skriv, hvorfor drøftelsen gælder alligevel.")
