"""The law asks for the discussion; the signatures are custom, and can be left out for one plan."""

from django.db import transaction

from plans.approval import letters
from plans.approval.signers import given_in_its_life
from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock

LIES_FAST = (PlanState.SIGNING, PlanState.SIGNED, PlanState.PUBLISHED)


@transaction.atomic
def switch_signatures(plan: Plan, *, required: bool, reason: str = "", by: User) -> Plan:
    """Once somebody has signed, be it a text that was taken back, leaving signatures out needs a reason.

    Everybody who had signed is told it, and it stands wherever the names would.
    """
    plan = lock(plan)
    if plan.state in LIES_FAST:
        raise Refused(
            f"Planen er »{plan.get_state_display()}«, og underskrifter kan ikke længere slås til eller fra. "
            "Tag planen tilbage til kladde først."
        )
    if plan.signatures_required == required and (required or reason in ("", plan.unsigned_reason)):
        return plan
    signed = [] if required else given_in_its_life(plan)
    if signed and not reason:
        raise Refused(
            "Nogen har underskrevet planen før. Skriv, hvorfor den ikke skal underskrives. "
            "De, der har underskrevet, får begrundelsen, og den kommer til at stå i planen."
        )
    refuse_in([reason])
    plan.signatures_required, plan.unsigned_reason = required, "" if required else reason
    with_editor(by, plan).save()
    queue(*letters.not_to_be_signed([given.signature for given in signed], plan, reason))
    what = "Planen skal underskrives" if required else "Planen skal ikke underskrives"
    record("plan.signatures_switched", f"{what}: {reason}" if reason else what, by=by, subject=plan)
    return plan
