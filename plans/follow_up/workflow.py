"""The plan's duties are part of its text: they change while the plan is open, and not after."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from plans.document.models import Plan
from plans.drafting.workflow.standing import lock_open
from plans.follow_up.models import Duty
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import by_hand_of
from samarbejde.personal_numbers import refuse_in
from samarbejde.transitions import Refused

Answers = Mapping[str, Any]  # wording, who, modality, section, due_year, due_quarter


@transaction.atomic
def add_duty(plan: Plan, answers: Answers, *, by: User) -> Duty:
    plan = lock_open(plan)
    last = plan.duties.aggregate(last=Max("position"))["last"] or 0
    duty = _written(Duty(plan=plan, position=last + 1), answers)
    by_hand_of(by, duty).save()
    record("duty.added", f"En opgave kom til: {duty.wording}", by=by, subject=duty, within=plan)
    return duty


@transaction.atomic
def edit_duty(duty: Duty, answers: Answers, *, seen: str, by: User) -> Duty:
    """`seen` is the fingerprint of the duty as its page showed it: nobody's change is overwritten unseen."""
    duty = _standing(duty)
    if seen != duty.fingerprint:
        raise Refused(
            "Opgaven er rettet af en anden, siden du åbnede den. Nu står der: "
            f"»{duty.wording}« – {duty.who}, {duty.modality}, {duty.due}. "
            "Gem igen, hvis din tekst skal gælde."
        )
    by_hand_of(by, _written(duty, answers)).save()
    record("duty.edited", f"En opgave blev rettet: {duty.wording}", by=by, subject=duty, within=duty.plan)
    return duty


@transaction.atomic
def delete_duty(duty: Duty, *, by: User) -> None:
    duty = _standing(duty)
    record("duty.deleted", f"En opgave blev slettet: {duty.wording}", by=by, subject=duty, within=duty.plan)
    by_hand_of(by, duty).delete()


def _standing(duty: Duty) -> Duty:
    plan = lock_open(duty.plan)
    found = plan.duties.select_for_update().filter(pk=duty.pk).first()
    if found is None:
        raise Refused("Opgaven er slettet af en anden.")
    return found


def _written(duty: Duty, answers: Answers) -> Duty:
    for name, answer in answers.items():
        setattr(duty, name, answer)
    refuse_in([duty.wording, duty.who])
    return duty
