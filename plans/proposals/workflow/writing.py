"""The lokalråd's steps: write, save, submit, withdraw."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from councils.models import Council
from plans.proposals import letters
from plans.proposals.models import NoProposals, Proposal, ProposalRound, Submission, Words
from plans.proposals.states import PROPOSAL_TRANSITIONS, ProposalState
from plans.proposals.workflow.closing import refuse_answers
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import UNSEEN, Refused, lock, move, refuse_overtaken


@transaction.atomic
def write(round_: ProposalRound, council: Council, words: Words, *, form_key: UUID, by: User) -> Proposal:
    """A new draft. The same form sent again gives the draft it made the first time."""
    refuse_answers(lock(round_.plan))
    proposal, created = Proposal.objects.get_or_create(
        round=round_,
        council=council,
        form_key=form_key,
        defaults=asdict(words) | {"author": by},
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
    """Save the working copy, and the answers (by change request) that are being prepared."""
    proposal = lock(proposal)
    answers = answers or {}
    points = [point for point in proposal.change_requests.filter(answered_at=None) if point.pk in answers]
    changed = [point for point in points if point.answer != answers[point.pk]]
    if proposal.words == words and not changed:
        return proposal
    if not proposal.may_be_written:
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
    """Hand the working copy to the secretariat, the first time or with the changes it asked for."""
    plan = lock(proposal.round.plan)  # before the proposal, as everything that decides
    proposal = lock(proposal)
    prefetch_related_objects([proposal], "round__extensions")
    proposal.round.plan = plan
    if proposal.state == ProposalState.SUBMITTED:
        raise Refused("Forslaget er allerede indsendt. Du behøver ikke gøre mere.")
    again = proposal.state == ProposalState.CHANGES_REQUESTED
    move(proposal, ProposalState.SUBMITTED, PROPOSAL_TRANSITIONS)
    refuse_answers(plan)
    points = list(proposal.change_requests.filter(answered_at=None))
    refuse_incomplete(proposal.words, [point.answer for point in points])
    if not again:
        _refuse_late(proposal.round, proposal.council)
    now = timezone.now()
    for point in points:
        point.answered_at = now
        point.save(update_fields=["answered_at"])
    proposal.submitted_at = now
    proposal.save()
    _keep_submission(proposal, by, now)
    NoProposals.objects.filter(round=proposal.round, council=proposal.council).delete()
    text = "svarede på punkterne og sendte sit forslag igen" if again else "indsendte et forslag"
    text = f"{proposal.council} {text}"
    record("proposal.submitted", text, by=by, subject=proposal, within=proposal.round.plan)
    queue(*letters.submitted(proposal, again=again), *letters.receipt(proposal, at=now, by=by))
    return proposal


@transaction.atomic
def withdraw(proposal: Proposal, *, by: User) -> Proposal:
    """Take the proposal back while it is undecided. A draft nobody has seen leaves no trace with others."""
    proposal = lock(proposal)
    if next(proposal.everything_merged(), None):
        raise Refused(
            "Forslaget kan ikke trækkes tilbage, for andre lokalråds forslag er samlet med det. "
            "Skriv til sekretariatet, hvis det ikke skal med i planen."
        )
    if following := proposal.in_a_later_round:
        raise Refused(
            f"Forslaget er med i forslagsrunden til {following.round.plan.title}. Træk det tilbage dér."
        )
    move(proposal, ProposalState.WITHDRAWN, PROPOSAL_TRANSITIONS)
    proposal.save()
    handed_in = proposal.latest
    within = proposal.round.plan if handed_in else None
    text = f"{proposal.council} trak et forslag tilbage"
    record("proposal.withdrawn", text, by=by, subject=proposal, within=within)
    if handed_in:
        queue(*letters.withdrawn(proposal, handed_in.title))
    return proposal


def refuse_incomplete(words: Words, answers: Iterable[str]) -> None:
    """Raise `Refused` when something is missing, or when a text holds what looks like a CPR number."""
    if missing := [f"»{text.label}«" for text in words.texts if not text.html]:
        raise Refused(f"Forslaget mangler {danish.listing(missing)}. Skriv det, og indsend så igen.")
    answers = list(answers)
    if not all(answers):
        raise Refused("Svar på alle sekretariatets punkter, og indsend så igen.")
    personal_numbers.refuse_in([*words.without_markup, *answers])


def _refuse_late(round_: ProposalRound, council: Council) -> None:
    if not round_.is_open_for(council):
        raise Refused(
            f"Fristen var {danish.moment_text(round_.deadline_for(council))}, "
            "så forslaget kan ikke indsendes nu. Skriv til sekretariatet, og bed om længere frist."
        )


def _keep_submission(proposal: Proposal, by: User, at: datetime) -> None:
    Submission.objects.create(
        proposal=proposal,
        number=proposal.submissions.count() + 1,
        **asdict(proposal.words),
        submitted_by=by,
        submitted_at=at,
    )
