from plans.proposals.models.attachments import HandedInAttachment, ProposalAttachment
from plans.proposals.models.proposals import Proposal, Submission, know_merged
from plans.proposals.models.questions import (
    MOST_QUESTIONS,
    USUAL_QUESTIONS,
    Answered,
    Question,
    field_of,
)
from plans.proposals.models.reminders import DAYS_BETWEEN, AnswerReminder, RoundReminder
from plans.proposals.models.reviews import (
    ChangeRequest,
    Decision,
    DecisionAnnouncement,
    Outcome,
    Recommendation,
    Review,
)
from plans.proposals.models.rounds import Extension, NoProposals, ProposalRound, later_round, round_of
from plans.proposals.models.senders import ProposalSender
from plans.proposals.models.words import TEXTS, WORDS, Words, answers_html

__all__ = [
    "DAYS_BETWEEN",
    "MOST_QUESTIONS",
    "TEXTS",
    "USUAL_QUESTIONS",
    "WORDS",
    "AnswerReminder",
    "Answered",
    "ChangeRequest",
    "Decision",
    "DecisionAnnouncement",
    "Extension",
    "HandedInAttachment",
    "NoProposals",
    "Outcome",
    "Proposal",
    "ProposalAttachment",
    "ProposalRound",
    "ProposalSender",
    "Question",
    "Recommendation",
    "Review",
    "RoundReminder",
    "Submission",
    "Words",
    "answers_html",
    "field_of",
    "know_merged",
    "later_round",
    "round_of",
]
