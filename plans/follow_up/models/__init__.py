from plans.follow_up.models.answers import (
    AnswerQuestion,
    AnswerSubmission,
    AnswerWords,
    DutyAnswer,
    DutyReminder,
)
from plans.follow_up.models.attachments import AnswerAttachment, SubmittedAttachment
from plans.follow_up.models.declined import DeclinedSentence
from plans.follow_up.models.duties import Addressee, Asked, Duty, Modality

__all__ = [
    "Addressee",
    "AnswerAttachment",
    "AnswerQuestion",
    "AnswerSubmission",
    "AnswerWords",
    "Asked",
    "DeclinedSentence",
    "Duty",
    "DutyAnswer",
    "DutyReminder",
    "Modality",
    "SubmittedAttachment",
]
