"""A finding is let stand, with a reason; and that is taken back."""

from django.db import transaction

from plans.consistency.models import TakenBack, Waiver
from plans.consistency.preparing import findings_of
from plans.document.models import Plan
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock

GONE = "Kontrollen finder det ikke mere: det er rettet, eller det må allerede stå."


@transaction.atomic
def waive(plan: Plan, key: str, reason: str, *, by: User) -> Waiver:
    """Let the finding with this key stand, here and in the plans to come."""
    plan = _held(plan)
    personal_numbers.refuse_in([reason])
    if not reason:
        raise Refused("Skriv, hvorfor det må stå. Den næste, der læser planen, skal kunne forstå det.")
    found = next((one for one in findings_of(plan) if one.key == key), None)
    if found is None:
        raise Refused(GONE)
    if found.is_blocking:
        raise Refused("Det skal rettes, før planen kan offentliggøres, og kan ikke stå.")
    waiver = Waiver.objects.create(
        council=plan.council,
        year=plan.year,
        code=found.code,
        lineage=found.place.lineage,
        quotation=found.quotation,
        message=found.message,
        reason=reason,
        waived_by=by,
    )
    record("finding.waived", told_of(waiver), by=by, subject=plan, internal=True)
    return waiver


@transaction.atomic
def take_back(plan: Plan, waiver: Waiver, *, by: User) -> TakenBack:
    plan = _held(plan)
    if TakenBack.objects.filter(waiver=waiver).exists():
        raise Refused("Det er allerede taget tilbage.")
    taken = TakenBack.objects.create(waiver=waiver, taken_by=by)
    record("finding.waiver_taken_back", told_of_end(taken), by=by, subject=plan, internal=True)
    return taken


def told_of(waiver: Waiver) -> str:
    """In the event, word for word."""
    return f"Må stå fra {waiver.year}: {waiver.message} Begrundelse: {waiver.reason}"


def told_of_end(taken: TakenBack) -> str:
    return f"Må ikke stå mere: {taken.waiver.message}"


def _held(plan: Plan) -> Plan:
    held = lock(plan)
    if not held.is_open:
        raise Refused(held.why_locked)
    return held
