"""The draft is sent out to be heard, remarks come in, and the secretariat answers them."""

from plans.consultation.workflow.answering import answer
from plans.consultation.workflow.asking import extend_deadline, remind, send
from plans.consultation.workflow.partners import answer_as_partner, save_draft
from plans.consultation.workflow.replying import reply

__all__ = [
    "answer",
    "answer_as_partner",
    "extend_deadline",
    "remind",
    "reply",
    "save_draft",
    "send",
]
