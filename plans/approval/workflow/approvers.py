"""Who approves a lokalråd's plan is named when it is sent."""

from collections.abc import Sequence

from django.db import transaction

from councils.models import Membership
from plans.approval.approvers import BOTH, approver_candidates, has_both_sides
from plans.approval.models import Approver
from plans.document.models import Plan
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused, lock


@transaction.atomic
def name_approvers(plan: Plan, people: Sequence[Membership], *, by: User) -> None:
    """In this order; they take the place of those who were named before."""
    plan = lock(plan)
    if not plan.is_local:
        raise Refused("Kredsens plan underskrives af politidirektøren og borgmestrene.")
    if not has_both_sides(people):
        raise Refused(BOTH)
    known = set(approver_candidates(plan).values_list("pk", flat=True))
    if not {one.pk for one in people} <= known:
        raise Refused("En af dem har ikke længere sit hverv. Se listen igen, og vælg derfra.")
    for row in plan.approvers.all():
        with_editor(by, row).delete()
    for position, one in enumerate(people, start=1):
        with_editor(by, Approver(plan=plan, membership=one, position=position)).save()
    names = danish.listing(f"{one.user}, {danish.in_a_sentence(one.title)}" for one in people)
    record("plan.approvers_named", f"Planen skal godkendes af {names}", by=by, subject=plan)
