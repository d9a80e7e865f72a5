"""Who may read, write and decide a proposal. The loaders are the access rule of every page.

A lokalråd's own members read what it writes; its chair and vice-chair write. The district's
secretariat reads what has been submitted. For everybody else a proposal does not exist.

Who sits in a lokalråd takes no part in judging what it proposes (forvaltningsloven § 3), be it as one of
the secretariat: such a person sees the proposal as the lokalråd does.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from councils.models import Council
from councils.register.offices import Person, offices
from plans.document.models import Plan
from plans.document.permissions import load_district_plan, load_managed_district_plan
from plans.proposals.models import Proposal, ProposalRound, round_of
from plans.proposals.models.proposals import ProposalQuerySet
from samarbejde.transitions import Refused


def visible_proposals(person: Person) -> ProposalQuerySet:
    own = offices(person)
    handed_in = Q(council__district__in=own.secretariat_districts, submitted_at__isnull=False)
    return Proposal.objects.filter(Q(council__in=own.local_councils) | handed_in).with_places()


def may_write_for(person: Person, council: Council) -> bool:
    return council.pk in offices(person).chaired


def may_review_in(person: Person, district_id: int) -> bool:
    return district_id in offices(person).secretariat_districts


def may_extend_for(person: Person, council: Council) -> bool:
    """The secretariat, but for those of it who sit in the lokalråd themselves."""
    return may_review_in(person, council.district_id) and not offices(person).sits_in(council.pk)


def disqualification(person: Person, proposal: Proposal) -> str:
    """Why this person may not judge the proposal, in a Danish sentence; "" when nothing is in the way.

    A lokalråd's proposal that was merged into another one shares its fate, and its members are as partial.
    """
    own = {council.pk for council in offices(person).local_councils}
    if not own:
        return ""
    for part in (proposal, *proposal.everything_merged()):
        if part.council_id in own:
            return (
                f"Du sidder i {part.council} og kan derfor ikke behandle "
                f"{'dets forslag' if part == proposal else 'et forslag, som dets er samlet med'} "
                "(forvaltningslovens § 3). Lad en anden i sekretariatet gøre det."
            )
    return ""


def refuse_disqualified(proposal: Proposal, by: Person) -> None:
    if reason := disqualification(by, proposal):
        raise Refused(reason)


def load_proposal(person: Person, pk: int) -> Proposal:
    return get_object_or_404(visible_proposals(person).with_decision(), pk=pk).in_full()


def load_own_proposal(person: Person, pk: int) -> Proposal:
    """For the lokalråd's chair and vice-chair; 403 for whoever may only read it."""
    proposal = load_proposal(person, pk)
    if not may_write_for(person, proposal.council):
        raise PermissionDenied("Kun lokalrådets formand og næstformand kan gøre dette.")
    return proposal


def load_handed_in_proposal(person: Person, pk: int) -> Proposal:
    """For the secretariat; 403 for the proposal's own lokalråd, also where somebody belongs to both."""
    proposal = load_proposal(person, pk)
    if not may_review_in(person, proposal.council.district_id):
        raise PermissionDenied("Kun sekretariatet kan gøre dette.")
    if reason := disqualification(person, proposal):
        raise PermissionDenied(reason)
    return proposal


def load_round_plan(person: Person, pk: int) -> Plan:
    """A kredsråd's plan for its secretariat: the one kind of plan that proposals are called for."""
    return load_managed_district_plan(person, pk)


def load_round(person: Person, plan_pk: int) -> ProposalRound:
    """The plan's round for the secretariat; 404 before it is opened."""
    return _opened(load_round_plan(person, plan_pk))


def load_asked_council(person: Person, plan_pk: int, council_pk: int) -> tuple[Plan, Council]:
    """A lokalråd in the plan's district, for its own members and the secretariat."""
    plan = load_district_plan(person, plan_pk)
    own = offices(person)
    if not (own.sits_in(council_pk) or may_review_in(person, plan.council.district_id)):
        raise Http404
    asked = Council.objects.local_in(plan.council.district_id).select_related("municipality", "district")
    council = asked.filter(pk=council_pk).first()
    if council is None:
        raise Http404
    return plan, council


def load_own_round(person: Person, plan_pk: int, council_pk: int) -> tuple[ProposalRound, Council]:
    """The round and the lokalråd the person writes for; 403 for its members and the secretariat."""
    plan, council = load_asked_council(person, plan_pk, council_pk)
    if not may_write_for(person, council):
        raise PermissionDenied("Kun lokalrådets formand og næstformand kan gøre dette.")
    return _opened(plan), council


def _opened(plan: Plan) -> ProposalRound:
    found = round_of(plan)
    if found is None:
        raise Http404
    return found
