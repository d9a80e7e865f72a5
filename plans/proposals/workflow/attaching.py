"""Files go with the working copy of a proposal, and are handed in with its words."""

from django.db import transaction

from plans.proposals.models import HandedInAttachment, Proposal, ProposalAttachment, Submission
from plans.proposals.workflow.closing import refuse_answers
from samarbejde.accounts.models import User
from samarbejde.attachments.receiving import Received
from samarbejde.attachments.workflow import attach
from samarbejde.transitions import Refused, lock


@transaction.atomic
def attach_to_proposal(proposal: Proposal, sent: Received, *, by: User) -> ProposalAttachment:
    proposal = _lock_written(proposal)
    attachment: ProposalAttachment = attach(proposal.attachments, sent, by=by)
    return attachment


@transaction.atomic
def remove_attachment(attachment: ProposalAttachment) -> None:
    """From the working copy: what was handed in with it stays."""
    _lock_written(attachment.proposal)
    lock(attachment, gone="Bilaget er fjernet af en anden.").delete()


def hand_in_files(source: Proposal | Submission, submission: Submission) -> None:
    """Those of the working copy, or of what was handed in another year."""
    HandedInAttachment.objects.bulk_create(
        HandedInAttachment(
            submission=submission,
            file=one.file,
            name=one.name,
            added_by=one.added_by,
            added_at=one.added_at,
        )
        for one in source.attachments.all()
    )


def _lock_written(proposal: Proposal) -> Proposal:
    refuse_answers(proposal.round.plan)
    proposal = lock(proposal)
    if not (proposal.may_be_written or proposal.awaits_decision):
        raise Refused(
            f"Forslaget er »{proposal.get_state_display()}«, så dets bilag kan ikke ændres nu. "
            "Skriv til sekretariatet, hvis der mangler noget."
        )
    return proposal
