"""The decision: into the plan, not into the plan, or into another proposal. And telling it."""

from django.db import transaction

from councils.models import Council
from plans.document.models import Scope
from plans.drafting.workflow import add_focus_area, share_focus_area
from plans.proposals import letters
from plans.proposals.models import Decision, DecisionAnnouncement, Outcome, Proposal
from plans.proposals.permissions import refuse_disqualified
from plans.proposals.states import MERGEABLE_INTO, PROPOSAL_TRANSITIONS, ProposalState
from plans.proposals.workflow.reviewing import refuse_unread
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.text.rich_text import plain_text
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def accept(
    proposal: Proposal, *, scope: str, title: str, text: str, reason: str, seen: int, by: User
) -> Decision:
    """Take the proposal into the plan with the words given here; the proposal keeps its own."""
    plan = lock(proposal.round.plan)  # before the proposal, as everything that changes a plan's text
    proposal = lock(proposal)
    district_wide = scope == Scope.DISTRICT
    move(
        proposal,
        ProposalState.ACCEPTED_DISTRICT if district_wide else ProposalState.ACCEPTED_LOCAL,
        PROPOSAL_TRANSITIONS,
    )
    refuse_disqualified(proposal, by)
    refuse_unread(proposal, seen)
    if not plain_text(text):
        raise Refused("Skriv den tekst, der skal stå i planen.")
    personal_numbers.refuse_in([title, plain_text(text), reason])
    council = None if district_wide else proposal.council
    proposal.focus_area = add_focus_area(plan, title=title, text=text, scope=scope, council=council, by=by)
    _share(proposal, [merged.council for merged in proposal.everything_merged()], by)
    return _decide(proposal, reason=reason, by=by)


@transaction.atomic
def reject(proposal: Proposal, *, reason: str, seen: int, by: User) -> Decision:
    proposal = lock(proposal)
    move(proposal, ProposalState.REJECTED, PROPOSAL_TRANSITIONS)
    refuse_disqualified(proposal, by)
    refuse_unread(proposal, seen)
    if not reason:
        raise Refused("Skriv, hvorfor forslaget afvises. Lokalrådet får begrundelsen at se.")
    personal_numbers.refuse_in([reason])
    return _decide(proposal, reason=reason, by=by)


@transaction.atomic
def merge(proposal: Proposal, *, into: Proposal, reason: str, seen: int, by: User) -> Decision:
    """Let the proposal share the fate of another one of its round; its own text is kept.

    When the other one is, or becomes, a local topic, it stands on the lists of both lokalråd.
    """
    lock(proposal.round.plan)  # before the proposals, as everything that changes a plan's text
    rows = Proposal.objects.select_for_update().filter(pk__in=[proposal.pk, into.pk])
    locked = {row.pk: row for row in rows.order_by("pk")}  # in one order, so that two merges do not deadlock
    proposal, into = locked[proposal.pk], locked[into.pk]
    move(proposal, ProposalState.MERGED, PROPOSAL_TRANSITIONS)
    refuse_disqualified(proposal, by)
    refuse_disqualified(into, by)
    refuse_unread(proposal, seen)
    if into.pk == proposal.pk or into.round_id != proposal.round_id or into.state not in MERGEABLE_INTO:
        raise Refused("Det andet forslag kan ikke længere rumme dette. Vælg et andet forslag i runden.")
    if into.has_left_the_plan:
        raise Refused(
            f"Emnet fra »{into.public_title}« er taget ud af planen igen, så det kan ikke rumme dette. "
            "Vælg et andet forslag i runden, eller optag eller afvis dette for sig."
        )
    if not reason:
        raise Refused("Skriv, hvorfor forslagene samles. Begge lokalråd får begrundelsen at se.")
    personal_numbers.refuse_in([reason])
    proposal.merged_into = into
    parts = [proposal, *proposal.everything_merged()]
    _share(into, [part.council for part in parts], by)
    decision = _decide(proposal, reason=reason, by=by)
    queue(*letters.taken_in(into, decision))
    return decision


def _share(proposal: Proposal, councils: list[Council], by: User) -> None:
    """Put the local topic that the proposal has become on these lists too; others stand on every list."""
    area = proposal.focus_area
    if area is not None and area.scope == Scope.LOCAL:
        share_focus_area(area, councils, by=by)


def _decide(proposal: Proposal, *, reason: str, by: User) -> Decision:
    """Write the decision that the proposal's new state says, and announce it."""
    proposal.save()
    decision = Decision.objects.create(
        proposal=proposal, outcome=Outcome(proposal.state), reason=reason, decided_by=by
    )
    record(
        "proposal.decided",
        f"Forslaget fra {proposal.council} blev afgjort: {decision}",
        by=by,
        subject=proposal,
        within=proposal.round.plan,
        internal=True,
    )
    announce(decision, by=by)
    return decision


@transaction.atomic
def announce(decision: Decision, *, by: User) -> Decision:
    """Let the lokalråd see the decision, and write to it and to those whose proposals went into this one."""
    proposal = lock(decision.proposal)
    _, is_new = DecisionAnnouncement.objects.get_or_create(decision=decision, defaults={"announced_by": by})
    if not is_new:
        return decision
    _record_announcement(proposal, f"{proposal.council} fik besked om afgørelsen af sit forslag", by)
    queue(*letters.decided(decision))
    for merged in proposal.everything_merged():
        text = f"{merged.council} fik besked om det forslag, deres er samlet med"
        _record_announcement(merged, text, by)
        queue(*letters.decided_elsewhere(merged, decision))
    return decision


def _record_announcement(proposal: Proposal, text: str, by: User) -> None:
    record("proposal.announced", text, by=by, subject=proposal, within=proposal.round.plan)
