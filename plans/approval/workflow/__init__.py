"""Every step from consultation to a signed plan, and back to draft."""

from plans.approval.workflow.discussing import record_discussion
from plans.approval.workflow.reopening import reopen
from plans.approval.workflow.rounds import open_round, remind, renew_round, switch_signatures
from plans.approval.workflow.signing import record_denied_signature, record_paper_signatures, sign

__all__ = [
    "open_round",
    "record_denied_signature",
    "record_discussion",
    "record_paper_signatures",
    "remind",
    "renew_round",
    "reopen",
    "sign",
    "switch_signatures",
]
