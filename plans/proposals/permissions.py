"""Who may read, write and decide a proposal. The loaders are the access rule of every page.

A lokalråd's own members write its proposals. Its chair and vice-chair hand them in, and those members whom
they let do so in a round. The district's secretariat reads what has been submitted. For everybody else a
proposal does not exist.

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
from plans.proposals.models import (
    HandedInAttachment,
    Proposal,
    ProposalAttachment,
    ProposalRound,
    ProposalSender,
    round_of,
)
from plans.proposals.models.proposals import ProposalQuerySet

SENDERS_ALONE = "Kun lokalrådets formand og næstformand kan gøre dette, og dem, de har valgt til at indsende."


def visible_proposals(person: Person) -> ProposalQuerySet:
    own = offices(person)
    handed_in = Q(council__district__in=own.secretariat_districts, submitted_at__isnull=False)
    return Proposal.objects.filter(Q(council__in=own.local_councils) | handed_in).with_places()


def may_write_for(person: Person, council: Council) -> bool:
    """All who sit in the lokalråd: what they write is theirs until it is handed in."""
    return offices(person).sits_in(council.pk)


def may_lead(person: Person, council: Council) -> bool:
    return council.pk in offices(person).chaired


def may_send_for(person: Person, council: Council, round_: ProposalRound) -> bool:
    """Hand in, take back, answer: the lokalråd's chair and vice-chair, and whom they have named."""
    if may_lead(person, council):
        return True
    named = ProposalSender.objects.filter(round=round_, council=council, user=person.pk)
    return may_write_for(person, council) and named.exists()


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


def load_proposal(person: Person, pk: int) -> Proposal:
    return get_object_or_404(visible_proposals(person).with_decision(), pk=pk).in_full()


def load_attachment(person: Person, pk: int, attachment_pk: int) -> ProposalAttachment:
    """Of the working copy, for its lokalråd: for everybody else there is none."""
    own = offices(person).local_councils
    found = ProposalAttachment.objects.filter(proposal=pk, proposal__council__in=own, pk=attachment_pk)
    places = ("proposal__council__municipality", "proposal__round__plan__council__district")
    return get_object_or_404(found.select_related("file", "added_by", *places))


def load_handed_in_attachment(person: Person, pk: int, attachment_pk: int) -> HandedInAttachment:
    """For all who read the proposal."""
    of_proposal = HandedInAttachment.objects.filter(submission__proposal=pk, pk=attachment_pk)
    return get_object_or_404(of_proposal.filter(submission__proposal__in=visible_proposals(person)))


def load_own_proposal(person: Person, pk: int) -> Proposal:
    """For those of its lokalråd; 403 for whoever may only read it."""
    proposal = load_proposal(person, pk)
    if not may_write_for(person, proposal.council):
        raise PermissionDenied("Kun lokalrådets medlemmer kan gøre dette.")
    return proposal


def load_sent_proposal(person: Person, pk: int) -> Proposal:
    """For those who hand it in; 403 for whoever may only read or write it."""
    proposal = load_proposal(person, pk)
    if not may_send_for(person, proposal.council, proposal.round):
        raise PermissionDenied(SENDERS_ALONE)
    return proposal


def load_round_plan(person: Person, pk: int) -> Plan:
    """A kredsråd's plan for its secretariat: the one kind of plan that proposals are called for."""
    return load_managed_district_plan(person, pk)


def load_round(person: Person, plan_pk: int) -> ProposalRound:
    """The plan's round for the secretariat; 404 before there is one."""
    return _opened(load_round_plan(person, plan_pk))


def load_asked_council(person: Person, plan_pk: int, council_pk: int) -> tuple[Plan, Council]:
    """A lokalråd in the plan's district, for its own members and the secretariat."""
    plan = load_district_plan(person, plan_pk)
    own = offices(person)
    if not (own.sits_in(council_pk) or may_review_in(person, plan.council.district_id)):
        raise Http404
    district = plan.council.district_id
    mine = [one for one in own.local_councils if one.pk == council_pk and one.district_id == district]
    asked = Council.objects.local_in(district).select_related("municipality", "district")
    council = mine[0] if mine else asked.filter(pk=council_pk).first()
    if council is None:
        raise Http404
    return plan, council


def load_own_round(person: Person, plan_pk: int, council_pk: int) -> tuple[ProposalRound, Council]:
    """The begun round, and the lokalråd the person writes for; 403 for the secretariat."""
    plan, council = load_asked_council(person, plan_pk, council_pk)
    if not may_write_for(person, council):
        raise PermissionDenied("Kun lokalrådets medlemmer kan gøre dette.")
    round_ = _opened(plan)
    if not round_.has_begun:
        raise Http404
    return round_, council


def load_answered_round(person: Person, plan_pk: int, council_pk: int) -> tuple[ProposalRound, Council]:
    """The same, for those who answer for the lokalråd; 403 for its other members."""
    round_, council = load_own_round(person, plan_pk, council_pk)
    if not may_send_for(person, council, round_):
        raise PermissionDenied(SENDERS_ALONE)
    return round_, council


def load_led_round(person: Person, plan_pk: int, council_pk: int) -> tuple[ProposalRound, Council]:
    """The same, for the lokalråd's chair and vice-chair alone."""
    round_, council = load_own_round(person, plan_pk, council_pk)
    if not may_lead(person, council):
        raise PermissionDenied("Kun lokalrådets formand og næstformand kan gøre dette.")
    return round_, council


def _opened(plan: Plan) -> ProposalRound:
    found = round_of(plan)
    if found is None:
        raise Http404
    return found
