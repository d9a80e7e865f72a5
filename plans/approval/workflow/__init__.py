"""Every step from a draft sent in consultation to a signed plan, and back."""

from plans.approval.workflow.consulting import send_to_consultation
from plans.approval.workflow.correcting import begin_corrections, end_corrections
from plans.approval.workflow.discussing import record_discussion
from plans.approval.workflow.reopening import reopen
from plans.approval.workflow.rounds import NOBODY_LEFT, open_round, remind, renew_round
from plans.approval.workflow.signing import record_denied_signature, record_paper_signatures, sign
from plans.approval.workflow.switching import switch_signatures

__all__ = [
    "NOBODY_LEFT",
    "begin_corrections",
    "end_corrections",
    "open_round",
    "record_denied_signature",
    "record_discussion",
    "record_paper_signatures",
    "remind",
    "renew_round",
    "reopen",
    "send_to_consultation",
    "sign",
    "switch_signatures",
]
