from plans.follow_up.models.answers import (
    AnswerQuestion,
    AnswerSubmission,
    AnswerWords,
    DutyAnswer,
    DutyReminder,
)
from plans.follow_up.models.attachments import AnswerAttachment, SubmittedAttachment

__all__ = [
    "AnswerAttachment",
    "AnswerQuestion",
    "AnswerSubmission",
    "AnswerWords",
    "DutyAnswer",
    "DutyReminder",
    "SubmittedAttachment",
]
