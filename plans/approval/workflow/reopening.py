"""Back to draft."""

from django.db import transaction
from django.utils import timezone

from plans.approval import letters
from plans.approval.frozen import current_text
from plans.approval.models import ROUND_TRANSITIONS, RoundState
from plans.approval.workflow.rounds import void
from plans.document.keeping import keep_version
from plans.document.models import Plan, Step
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def reopen(plan: Plan, *, reason: str, by: User) -> Plan:
    """Back to draft. The signatures lapse, unless they stand under a published edition.

    The discussion lapses as well: the changed text must be discussed anew (retsplejeloven § 113).
    """
    plan = lock(plan)
    was_published = plan.state == PlanState.PUBLISHED
    move(plan, PlanState.DRAFT, plan.transitions)
    if not reason:
        raise Refused("Skriv, hvorfor planen tages tilbage.")
    refuse_in([reason])
    keep_version(plan, Step.TAKEN_BACK, text=current_text(plan), by=by)
    plan.discussions.standing().update(stood_until=timezone.now())
    if standing := plan.signature_rounds.standing().first():
        standing = lock(standing)
        if was_published:
            move(standing, RoundState.SUPERSEDED, ROUND_TRANSITIONS)
            standing.closed_at = timezone.now()
            standing.save()
        else:
            queue(*letters.taken_back(void(standing, reason), plan, reason))
    plan.signed_place, plan.signed_on = "", None
    with_editor(by, plan).save()
    what = "En ny udgave blev begyndt" if was_published else "Planen blev taget tilbage til kladde"
    record("plan.reopened", f"{what}: {reason}", by=by, subject=plan)
    return plan
