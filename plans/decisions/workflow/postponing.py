"""Proposals that were not decided in time go on to next year's round, or wait until it is opened."""

from collections.abc import Iterable
from dataclasses import asdict

from django.db import transaction

from plans.decisions import letters
from plans.decisions.permissions import refuse_disqualified
from plans.decisions.workflow.reviewing import refuse_decided
from plans.document.models import Plan
from plans.proposals.models import (
    ChangeRequest,
    NoProposals,
    Proposal,
    ProposalAttachment,
    ProposalRound,
    Submission,
    later_round,
)
from plans.proposals.states import PROPOSAL_TRANSITIONS, ProposalState
from plans.proposals.workflow.attaching import hand_in_files
from plans.proposals.workflow.numbering import number
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import lapse, queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def postpone(plan: Plan, proposals: Iterable[Proposal], *, reason: str, by: User) -> list[Proposal]:
    """Move undecided proposals of the plan on, all of these or none, and tell their lokalråd."""
    plan = lock(plan)  # before the proposals, as everything that decides
    following = later_round(plan)
    if following is not None:
        following.plan = lock(following.plan)  # the numbers of its round are given with it held
    chosen = Proposal.objects.filter(round__plan=plan, pk__in=[proposal.pk for proposal in proposals])
    rows = list(chosen.with_places().select_for_update(of=("self",)).order_by("pk"))
    if not rows:
        raise Refused("Sæt kryds ved mindst ét forslag, der skal flyttes til næste års runde.")
    if not reason:
        raise Refused("Skriv, hvorfor forslagene flyttes. Lokalrådene får det at se.")
    personal_numbers.refuse_in([reason])
    for proposal in rows:
        refuse_disqualified(proposal, by)
        refuse_decided(proposal)
        move(proposal, ProposalState.POSTPONED, PROPOSAL_TRANSITIONS)
        proposal.save()
        lapse(*proposal.reminders.all())
        text = f"Forslaget fra {proposal.council} blev flyttet til næste års runde: {reason}"
        record("proposal.postponed", text, by=by, subject=proposal, within=plan)
    if following is not None:
        carry_over(following, by=by)
    for proposal in rows:
        queue(*letters.postponed(proposal, reason, following))
    return rows


def carry_over(round_: ProposalRound, *, by: User | None) -> list[Proposal]:
    """Take in what waits from the kredsråd's earlier rounds; each proposal is taken once.

    Its plan is locked.
    """
    plan = round_.plan
    waiting = Proposal.objects.filter(state=ProposalState.POSTPONED, carried_to=None)
    earlier = waiting.filter(round__plan__council=plan.council_id, round__plan__year__lt=plan.year)
    # Locked without the outer join that finds those not taken yet; asked again once the lock is there.
    locked = Proposal.objects.with_places().select_for_update(of=("self",)).order_by("pk")
    still = locked.filter(pk__in=earlier.values("pk"), state=ProposalState.POSTPONED)
    return [_carried(old, round_, by) for old in still]


def _carried(old: Proposal, round_: ProposalRound, by: User | None) -> Proposal:
    """The same words in the new round, as they were handed in; what was asked is still to be answered."""
    points = list(old.change_requests.filter(answered_at=None))
    state = ProposalState.CHANGES_REQUESTED if points else ProposalState.SUBMITTED
    new = Proposal(round=round_, council=old.council, state=state, author=old.author, carried_from=old)
    new.words, new.submitted_at = old.words, old.submitted_at
    number(new)
    new.save()
    NoProposals.objects.filter(round=round_, council=old.council).delete()
    _copy_files(old, new)
    _copy_submission(old, new)
    for position, point in enumerate(points, start=1):
        ChangeRequest.objects.create(
            proposal=new,
            position=position,
            wording=point.wording,
            asked_by=point.asked_by,
            asked_at=point.asked_at,
            answer=point.answer,
        )
    text = f"Forslaget fra {old.council} kom med fra forslagsrunden til {old.round.plan.title}"
    record("proposal.carried", text, by=by, subject=new, within=round_.plan)
    return new


def _copy_files(old: Proposal, new: Proposal) -> None:
    ProposalAttachment.objects.bulk_create(
        ProposalAttachment(proposal=new, file=one.file, name=one.name, added_by=one.added_by)
        for one in old.attachments.all()
    )


def _copy_submission(old: Proposal, new: Proposal) -> None:
    handed_in = old.latest
    assert handed_in is not None, "only what was handed in is moved on"
    submission = Submission.objects.create(
        proposal=new,
        number=1,
        **asdict(handed_in.words),
        submitted_by=handed_in.submitted_by,
        submitted_at=handed_in.submitted_at,
    )
    hand_in_files(handed_in, submission)
