"""What lokalråd handed in, and what was decided of it and told them."""

from collections.abc import Iterator

from plans.proposals.models import TEXTS, Decision, Proposal, Submission
from plans.proposals.states import DECIDED
from plans.verification.acts import is_told


def faults() -> Iterator[str]:
    for proposal in Proposal.objects.filter(state__in=DECIDED, decision=None).iterator():
        yield f"Forslag {proposal.pk} »{proposal}«: det er afgjort, men afgørelsen mangler"
    decisions = Decision.objects.select_related("proposal", "announcement").order_by("pk")
    for decision in decisions.iterator(chunk_size=50):
        for fault in _of_decision(decision):
            yield f"Afgørelsen af forslag {decision.proposal_id} »{decision.proposal}«: {fault}"
    for proposal in Proposal.objects.order_by("pk").iterator(chunk_size=50):
        for fault in _of_submissions(proposal):
            yield f"Forslag {proposal.pk} »{proposal}«: {fault}"


def _of_decision(decision: Decision) -> Iterator[str]:
    proposal = decision.proposal
    if proposal.state != decision.outcome:
        yield f"den siger »{decision}«, men forslaget er »{proposal.get_state_display()}«"
    at, by = decision.decided_at, decision.decided_by_id
    if not is_told("proposal.decided", proposal, at=at, by=by, says=str(decision)):
        yield "ingen hændelse fortæller, at den person afgjorde det sådan på den tid"
    if decision.is_announced:
        told = decision.announcement
        at, by = told.announced_at, told.announced_by_id
        if not is_told("proposal.announced", proposal, at=at, by=by):
            yield "ingen hændelse fortæller, at den person meddelte den på den tid"


def _of_submissions(proposal: Proposal) -> Iterator[str]:
    handed_in = list(Submission.objects.filter(proposal=proposal).order_by("number").defer(*TEXTS))
    if [one.number for one in handed_in] != list(range(1, len(handed_in) + 1)):
        yield "en indsendt udgave mangler"
    if proposal.submitted_at != (handed_in[-1].submitted_at if handed_in else None):
        yield "den seneste indsendte udgave har en anden tid end forslaget"
    for one in handed_in:
        told_of = _origin(proposal) if one.number == 1 else proposal
        if not is_told("proposal.submitted", told_of, at=one.submitted_at, by=one.submitted_by_id):
            yield f"ingen hændelse fortæller, at den person indsendte udgave {one.number} på den tid"


def _origin(proposal: Proposal) -> Proposal:
    """Where the words were handed in that were moved on from year to year."""
    while proposal.carried_from is not None:
        proposal = proposal.carried_from
    return proposal
