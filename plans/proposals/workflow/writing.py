"""The lokalråd's steps: write, save, submit, say that there is nothing."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from councils.models import Council
from plans.proposals import letters
from plans.proposals.filled import missing_in
from plans.proposals.letters import Handing
from plans.proposals.models import ChangeRequest, NoProposals, Proposal, ProposalRound, Submission, Words
from plans.proposals.models.attachments import has_unsent
from plans.proposals.states import PROPOSAL_TRANSITIONS, ProposalState
from plans.proposals.workflow.attaching import hand_in_files
from plans.proposals.workflow.closing import (
    refuse_answers,
    refuse_early,
    refuse_late,
    refuse_late_answer,
    stop_reminders,
)
from plans.proposals.workflow.numbering import number
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.outbox.workflow import lapse, queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import UNSEEN, Refused, lock, move, refuse_overtaken

_TOLD = {
    Handing.NEW: "indsendte et forslag",
    Handing.ANSWERED: "svarede på punkterne og sendte sit forslag igen",
    Handing.CORRECTED: "rettede sit forslag og sendte en ny udgave",
}
_NOT_NOW = {
    Handing.NEW: "forslaget kan ikke indsendes nu",
    Handing.CORRECTED: "rettelserne kan ikke indsendes nu",
}


@transaction.atomic
def write(
    round_: ProposalRound,
    council: Council,
    words: Words,
    *,
    form_key: UUID,
    based_on: Proposal | None = None,
    by: User,
) -> Proposal:
    """A new draft, perhaps of an earlier one's words. The same form sent again gives the draft it made."""
    refuse_answers(lock(round_.plan))
    refuse_early(round_)
    proposal, created = Proposal.objects.get_or_create(
        round=round_,
        council=council,
        form_key=form_key,
        defaults=asdict(words) | {"author": by, "based_on": based_on},
    )
    if created:
        record("proposal.written", "Forslaget blev oprettet som kladde", by=by, subject=proposal)
    elif proposal.words != words:
        refuse_overtaken(proposal, UNSEEN)
    return proposal


@transaction.atomic
def rewrite(
    proposal: Proposal, words: Words, *, version: int, by: User, answers: Mapping[int, str] | None = None
) -> Proposal:
    """Save the working copy, and the answers (by change request) that are being prepared.

    Of what was handed in too, whose readers have the submission until `submit` makes another: also after
    the deadline, so that nothing is lost.
    """
    proposal = lock(proposal)
    answers = answers or {}
    points = [point for point in proposal.change_requests.filter(answered_at=None) if point.pk in answers]
    changed = [point for point in points if point.answer != answers[point.pk]]
    if proposal.words == words and not changed:
        return proposal
    if not (proposal.may_be_written or proposal.awaits_decision):
        raise Refused(
            "Forslaget kan ikke rettes nu: det er sendt, afgjort eller trukket tilbage, "
            "måske af en anden, mens du skrev. Det, du skrev, står stadig i felterne, så du kan kopiere det."
        )
    refuse_overtaken(proposal, version)
    for point in changed:
        point.answer = answers[point.pk]
        point.save(update_fields=["answer"])
    proposal.words = words
    return save_as_next(by, proposal)


@transaction.atomic
def submit(proposal: Proposal, *, by: User) -> Proposal:
    """Hand the working copy to the secretariat: the first time, with the changes it asked for, or corrected.

    A correction keeps the proposal's state and number; a decision that is not told is overtaken by it.
    """
    plan = lock(proposal.round.plan)  # before the proposal, as everything that decides
    proposal = lock(proposal)
    prefetch_related_objects([proposal], "round__extensions")
    proposal.round.plan = plan
    how, answer_by = _how(proposal), proposal.answer_by
    if how == Handing.CORRECTED:
        _refuse_unchanged(proposal)
    else:
        move(proposal, ProposalState.SUBMITTED, PROPOSAL_TRANSITIONS)
    refuse_answers(plan)
    points = list(proposal.change_requests.filter(answered_at=None))
    refuse_incomplete(proposal, points)
    if how == Handing.ANSWERED:
        refuse_late_answer(answer_by)
    else:
        refuse_late(proposal.round, proposal.council, _NOT_NOW[how])
    now = timezone.now()
    for point in points:
        point.answered_at = now
        point.save(update_fields=["answered_at"])
    proposal.submitted_at, proposal.answer_by = now, None
    number(proposal)
    proposal.save()
    keep_submission(proposal, by, now)
    NoProposals.objects.filter(round=proposal.round, council=proposal.council).delete()
    stop_reminders(proposal.round, proposal.council)
    lapse(*proposal.reminders.all())
    record("proposal.submitted", f"{proposal.council} {_TOLD[how]}", by=by, subject=proposal, within=plan)
    queue(*letters.submitted(proposal, how), *letters.receipt(proposal, at=now, by=by))
    return proposal


@transaction.atomic
def say_no_proposals(round_: ProposalRound, council: Council, *, by: User) -> NoProposals:
    """The lokalråd's answer that it has nothing to propose. It stands until a proposal is submitted."""
    refuse_answers(lock(round_.plan))
    refuse_early(round_)
    handed_in = round_.proposals.filter(council=council).submitted_once()
    if handed_in.exclude(state=ProposalState.WITHDRAWN).exists():
        raise Refused(
            "I har indsendt et forslag. Træk det tilbage først, hvis I alligevel ingen forslag har i år."
        )
    answer, created = NoProposals.objects.get_or_create(
        round=round_, council=council, defaults={"said_by": by}
    )
    if created:
        stop_reminders(round_, council)
        text = f"{council} meldte, at de ingen forslag har i år"
        record("round.no_proposals", text, by=by, subject=council, within=round_.plan)
    return answer


def refuse_incomplete(proposal: Proposal, points: list[ChangeRequest]) -> None:
    """Raise `Refused` when something is missing, or when a text holds what looks like a CPR number."""
    answers = [point.answer for point in points]
    if missing := [f"»{one.label}«" for one in missing_in(proposal, [])]:
        raise Refused(f"Forslaget mangler {danish.listing(missing)}. Skriv det, og indsend så igen.")
    if not all(answers):
        raise Refused("Svar på alle sekretariatets punkter, og indsend så igen.")
    personal_numbers.refuse_in([*proposal.words.without_markup, *answers])


def _how(proposal: Proposal) -> Handing:
    if proposal.awaits_decision:
        return Handing.CORRECTED
    return Handing.ANSWERED if proposal.state == ProposalState.CHANGES_REQUESTED else Handing.NEW


def _refuse_unchanged(proposal: Proposal) -> None:
    if not has_unsent(proposal):
        raise Refused("Forslaget er allerede indsendt. Du behøver ikke gøre mere.")


def keep_submission(proposal: Proposal, by: User, at: datetime) -> None:
    submission = Submission.objects.create(
        proposal=proposal,
        number=proposal.submissions.count() + 1,
        **asdict(proposal.words),
        submitted_by=by,
        submitted_at=at,
    )
    hand_in_files(proposal, submission)
