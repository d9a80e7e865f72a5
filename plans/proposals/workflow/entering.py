"""The secretariat hands in what a lokalråd sent by mail."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from councils.models import Council
from plans.proposals import letters
from plans.proposals.filled import filled, needed
from plans.proposals.models import NoProposals, Proposal, ProposalRound, Words
from plans.proposals.states import PROPOSAL_TRANSITIONS, ProposalState
from plans.proposals.workflow.closing import refuse_calls, refuse_early, stop_reminders
from plans.proposals.workflow.numbering import number
from plans.proposals.workflow.writing import keep_submission
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def enter(
    round_: ProposalRound, council: Council, words: Words, *, received_on: date, form_key: UUID, by: User
) -> Proposal:
    """Hand in what came by mail before the lokalråd's deadline; its chair is told. The same form once.

    What the round asks need not be answered: a mail is entered as it is, and the lokalråd asked for the rest.
    """
    plan = lock(round_.plan)
    prefetch_related_objects([round_], "extensions")
    round_.plan = plan
    entered = Proposal.objects.filter(round=round_, council=council, form_key=form_key).first()
    if entered is not None:
        return _the_same(entered, words)
    refuse_calls(plan)
    refuse_early(round_)
    _check_day(round_, council, received_on)
    have = filled(words)
    if missing := [f"»{one.label}«" for one in needed([]) if not have[one.name]]:
        raise Refused(f"Forslaget mangler {danish.listing(missing)}. Skriv det, og indsend så igen.")
    personal_numbers.refuse_in(words.without_markup)
    proposal = Proposal(round=round_, council=council, author=by, form_key=form_key, received_on=received_on)
    proposal.words, proposal.submitted_at = words, timezone.now()
    move(proposal, ProposalState.SUBMITTED, PROPOSAL_TRANSITIONS)
    number(proposal)
    with_editor(by, proposal).save()
    keep_submission(proposal, by, proposal.submitted_at)
    NoProposals.objects.filter(round=round_, council=council).delete()
    stop_reminders(round_, council)
    day = danish.date_text(received_on)
    text = f"Sekretariatet indtastede et forslag, som {council} sendte pr. e-mail {day}"
    record("proposal.submitted", text, by=by, subject=proposal, within=plan)
    queue(*letters.entered(proposal))
    return proposal


def _the_same(entered: Proposal, words: Words) -> Proposal:
    if entered.words != words:
        raise Refused(
            f"Forslaget er allerede indtastet som {entered.number}. Lokalrådets formand kan rette det, "
            "eller du kan bede om ændringer."
        )
    return entered


def _check_day(round_: ProposalRound, council: Council, received_on: date) -> None:
    if received_on > timezone.localdate():
        raise Refused("Den dag er ikke kommet endnu. Skriv den dag, e-mailen kom.")
    deadline = round_.deadline_for(council)
    if received_on > timezone.localdate(deadline):
        raise Refused(
            f"E-mailen kom efter fristen, som var {danish.moment_text(deadline)}. "
            "Giv lokalrådet længere frist først, hvis forslaget skal med."
        )
