"""The plan's duties are part of its text: they change while the plan is open, and not after."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from plans.document.models import Plan
from plans.drafting.workflow.edit_lock import lock_open
from plans.duties.models import Duty
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, lock_as_seen, stands

GONE = "Opgaven er slettet af en anden."
Answers = Mapping[str, object]  # columns of `Duty`


@transaction.atomic
def add_duty(plan: Plan, answers: Answers, *, by: User) -> Duty:
    plan = lock_open(plan)
    last = plan.duties.aggregate(last=Max("position"))["last"] or 0
    duty = _written(Duty(plan=plan, position=last + 1), answers)
    with_editor(by, duty).save()
    record("duty.added", f"En opgave kom til: {duty.wording}", by=by, subject=duty, within=plan)
    return duty


@transaction.atomic
def edit_duty(duty: Duty, answers: Answers, *, version: int, by: User) -> Duty:
    """Correct it if `version` is what stands; raises `Stale` if not."""
    plan = lock_open(duty.plan)
    duty = lock_as_seen(duty, version, answers, gone=GONE)
    if stands(duty, answers):
        return duty
    save_as_next(by, _written(duty, answers))
    record("duty.edited", f"En opgave blev rettet: {duty.wording}", by=by, subject=duty, within=plan)
    return duty


@transaction.atomic
def delete_duty(duty: Duty, *, by: User) -> None:
    plan = lock_open(duty.plan)
    duty = lock(duty, gone=GONE)
    if duty.answers.exists():
        raise Refused("Nogen har svaret på opgaven, så den kan ikke slettes. Ret dens ordlyd i stedet.")
    record("duty.deleted", f"En opgave blev slettet: {duty.wording}", by=by, subject=duty, within=plan)
    with_editor(by, duty).delete()


def _written(duty: Duty, answers: Answers) -> Duty:
    for name, answer in answers.items():
        setattr(duty, name, answer)
    refuse_in([duty.wording, duty.who, duty.condition])
    return duty
