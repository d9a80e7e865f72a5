"""What a lokalråd has written is taken back, and opened again."""

from django.db import transaction
from django.db.models import prefetch_related_objects

from plans.proposals import letters
from plans.proposals.models import Proposal
from plans.proposals.states import PROPOSAL_TRANSITIONS, ProposalState
from plans.proposals.workflow.closing import refuse_answers, refuse_late
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.outbox.workflow import lapse, queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def withdraw(proposal: Proposal, *, by: User, reason: str = "") -> Proposal:
    """Take the proposal back while it is undecided. A draft nobody has seen leaves no trace with others.

    What was handed in needs a `reason`, which the secretariat is told.
    """
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
    handed_in = proposal.latest
    if handed_in:
        if not reason:
            raise Refused("Skriv, hvorfor I trækker forslaget tilbage. Sekretariatet får det at se.")
        personal_numbers.refuse_in([reason])
        proposal.withdrawn_because = reason
    proposal.save()
    within = proposal.round.plan if handed_in else None
    text = f"{proposal.council} trak et forslag tilbage"
    record("proposal.withdrawn", text, by=by, subject=proposal, within=within)
    lapse(*proposal.reminders.all())
    if handed_in:
        queue(*letters.withdrawn(proposal, handed_in.title, reason))
    return proposal


@transaction.atomic
def reopen(proposal: Proposal, *, by: User) -> Proposal:
    """Make a draft of what was withdrawn, while the round is open; its number and history stay."""
    plan = lock(proposal.round.plan)
    proposal = lock(proposal)
    prefetch_related_objects([proposal], "round__extensions")
    proposal.round.plan = plan
    move(proposal, ProposalState.DRAFT, PROPOSAL_TRANSITIONS)
    refuse_answers(plan)
    refuse_late(proposal.round, proposal.council, "forslaget kan ikke tages op igen nu")
    proposal.withdrawn_because = None
    save_as_next(by, proposal)
    within = plan if proposal.submitted_at else None
    text = f"{proposal.council} tog et forslag op igen"
    record("proposal.reopened", text, by=by, subject=proposal, within=within)
    return proposal
