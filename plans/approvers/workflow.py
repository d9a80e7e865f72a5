"""Who approves a lokalråd's plan: chosen for the district or a kommune, named for each plan that is sent."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from councils.models import Membership, Municipality, PoliceDistrict
from plans.approvers.candidates import BOTH, approver_candidates, has_both_sides
from plans.approvers.models import ApprovalRules, Approver
from plans.document.models import Plan
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.transitions import Refused, lock, lock_as_seen, stands


@transaction.atomic
def name_approvers(plan: Plan, people: Sequence[Membership], *, by: User) -> None:
    """In this order; they take the place of those who were named before."""
    plan = lock(plan)
    if not plan.is_local:
        raise Refused("Kredsens plan underskrives af politidirektøren og borgmestrene.")
    if not has_both_sides(people):
        raise Refused(BOTH)
    known = set(approver_candidates(plan.council).values_list("pk", flat=True))
    if not {one.pk for one in people} <= known:
        raise Refused("En af dem har ikke længere sit hverv. Se listen igen, og vælg derfra.")
    for row in plan.approvers.all():
        with_editor(by, row).delete()
    for position, one in enumerate(people, start=1):
        with_editor(by, Approver(plan=plan, membership=one, position=position)).save()
    names = danish.listing(f"{one.user}, {danish.in_a_sentence(one.title)}" for one in people)
    record("plan.approvers_named", f"Planen skal godkendes af {names}", by=by, subject=plan)


@transaction.atomic
def set_approval_rules(
    district: PoliceDistrict,
    municipality: Municipality | None,
    answers: Mapping[str, object],
    *,
    version: int,
    by: User,
) -> ApprovalRules:
    """Whoever is asked to sign already stays asked. Raises `Stale` if another version stands."""
    lock(district)
    rules, made = ApprovalRules.objects.get_or_create(district=district, municipality=municipality)
    rules = lock_as_seen(rules, rules.version if made else version, answers)
    if stands(rules, answers) and not made:
        return rules
    for name, answer in answers.items():
        setattr(rules, name, answer)
    save_as_next(by, rules)
    posts = f"{danish.in_a_sentence(rules.police_words)} og {danish.in_a_sentence(rules.municipality_words)}"
    where = f"Lokalrådets plan i {municipality}" if municipality else "Lokalrådenes planer"
    record("approvers.chosen", f"{where} godkendes af {posts}", by=by, subject=rules, internal=True)
    return rules


@transaction.atomic
def follow_the_district(rules: ApprovalRules, *, by: User) -> None:
    """Let a kommune have no rules of its own any more."""
    rules = lock(rules, gone="Kommunen følger allerede kredsens regel.")
    if rules.municipality is None:
        raise Refused("Kredsens egen regel kan rettes, men ikke fjernes.")
    what = f"Lokalrådets plan i {rules.municipality} godkendes igen af dem, som kredsens regel siger"
    record("approvers.follow_the_district", what, by=by, subject=rules, internal=True)
    with_editor(by, rules).delete()
