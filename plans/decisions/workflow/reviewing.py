"""The secretariat's steps before the decision: ask for changes, remark, recommend."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from plans.decisions import letters
from plans.decisions.pending import decided_for
from plans.decisions.permissions import refuse_disqualified
from plans.proposals.models import ChangeRequest, Proposal, Review
from plans.proposals.states import PROPOSAL_TRANSITIONS, ProposalState
from plans.proposals.workflow.closing import refuse_calls
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.deadlines import is_over
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import lapse, queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock, move, refuse_overtaken


def refuse_unread(proposal: Proposal, seen: int) -> None:
    """Raise `Stale` when the lokalråd has handed in other words than submission `seen`."""
    refuse_overtaken(proposal, seen, counted="latest_number")


def refuse_decided(proposal: Proposal) -> None:
    """Raise `Refused` while a decision waits to be told: first that is undone."""
    if decided_for(proposal):
        raise Refused(
            f"»{proposal.public_title}« er afgjort, men ingen har fået det at vide. "
            "Fortryd det først på siden om forslaget."
        )


@transaction.atomic
def request_changes(
    proposal: Proposal, points: list[str], *, until: datetime, seen: int, by: User
) -> Proposal:
    """Send the proposal back with numbered points, all of them to be answered `until` that minute."""
    plan = lock(proposal.round.plan)  # before the proposal, as everything that decides
    proposal = lock(proposal)
    move(proposal, ProposalState.CHANGES_REQUESTED, PROPOSAL_TRANSITIONS)
    refuse_calls(plan)
    refuse_disqualified(proposal, by)
    refuse_unread(proposal, seen)
    refuse_decided(proposal)
    if not points:
        raise Refused("Skriv mindst ét punkt, så lokalrådet ved, hvad der skal ændres.")
    personal_numbers.refuse_in(points)
    refuse_over(until)
    last = proposal.change_requests.aggregate(last=Max("position"))["last"] or 0
    for position, wording in enumerate(points, start=last + 1):
        ChangeRequest.objects.create(
            proposal=proposal, position=position, wording=wording, about=seen, asked_by=by
        )
    proposal.answer_by = until
    proposal.save()
    record(
        "proposal.changes_requested",
        f"Sekretariatet bad {proposal.council} om ændringer i et forslag",
        by=by,
        subject=proposal,
        within=proposal.round.plan,
    )
    queue(*letters.changes_requested(proposal, points))
    return proposal


@transaction.atomic
def extend_answer(proposal: Proposal, *, until: datetime, by: User) -> Proposal:
    """Give the lokalråd longer time to answer the points."""
    plan = lock(proposal.round.plan)
    proposal = lock(proposal)
    refuse_calls(plan)
    refuse_disqualified(proposal, by)
    if proposal.state != ProposalState.CHANGES_REQUESTED:
        raise Refused(
            f"Forslaget er »{proposal.get_state_display()}«, så lokalrådet skal ikke svare på noget nu."
        )
    refuse_over(until)
    if proposal.answer_by == until:
        return proposal
    if proposal.answer_by and until < proposal.answer_by:
        raise Refused(
            f"{proposal.council} har allerede frist {danish.moment_text(proposal.answer_by)}. "
            "Vælg en senere dag."
        )
    lapse(*proposal.reminders.all())
    proposal.answer_by = until
    proposal.save()
    text = f"{proposal.council} fik frist til {danish.moment_text(until)} til at svare på punkterne"
    record("proposal.answer_extended", text, by=by, subject=proposal, within=plan)
    queue(*letters.answer_extended(proposal))
    return proposal


def refuse_over(until: datetime) -> None:
    if is_over(until):
        raise Refused("Fristen er allerede passeret. Vælg en dag, der ikke er gået endnu.")


@transaction.atomic
def review(
    proposal: Proposal, *, comment: str, shared: bool, recommendation: str, form_key: UUID, by: User
) -> Review:
    """Remark on a proposal, for the secretariat alone or shared with its lokalråd, and perhaps recommend.

    A recommendation is not a decision. The same form sent twice is one remark.
    """
    proposal = lock(proposal)
    if sent := proposal.reviews.filter(form_key=form_key).first():
        return sent
    refuse_disqualified(proposal, by)
    if not (proposal.awaits_decision or proposal.state == ProposalState.CHANGES_REQUESTED):
        raise Refused(
            f"Forslaget er »{proposal.get_state_display()}«, så der kan ikke skrives bemærkninger til det nu."
        )
    if recommendation and not proposal.awaits_decision:
        raise Refused("Lokalrådet er ved at svare. Vent med indstillingen, til forslaget er indsendt igen.")
    personal_numbers.refuse_in([comment])
    written = Review.objects.create(
        proposal=proposal,
        author=by,
        comment=comment,
        shared=shared,
        recommendation=recommendation,
        form_key=form_key,
    )
    if recommendation and proposal.state == ProposalState.SUBMITTED:
        move(proposal, ProposalState.RECOMMENDED, PROPOSAL_TRANSITIONS)
        proposal.save()
    _record_review(written, by)
    if shared:
        queue(*letters.remark_shared(written))
    return written


def _record_review(written: Review, by: User) -> None:
    council = written.proposal.council
    if written.shared or not written.recommendation:
        text = f"Sekretariatet skrev en bemærkning til et forslag fra {council}"
    else:
        text = f"Indstilling til et forslag fra {council}: {written.get_recommendation_display()}"
    record(
        "proposal.recommended" if written.recommendation else "proposal.reviewed",
        text,
        by=by,
        subject=written.proposal,
        within=written.proposal.round.plan,
        internal=not written.shared,
    )
