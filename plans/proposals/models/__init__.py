from plans.proposals.models.proposals import Proposal, Submission
from plans.proposals.models.reviews import (
    ChangeRequest,
    Decision,
    DecisionAnnouncement,
    Outcome,
    Recommendation,
    Review,
)
from plans.proposals.models.rounds import Extension, NoProposals, ProposalRound, later_round, round_of
from plans.proposals.models.words import TEXTS, WORDS, Words

__all__ = [
    "TEXTS",
    "WORDS",
    "ChangeRequest",
    "Decision",
    "DecisionAnnouncement",
    "Extension",
    "NoProposals",
    "Outcome",
    "Proposal",
    "ProposalRound",
    "Recommendation",
    "Review",
    "Submission",
    "Words",
    "later_round",
    "round_of",
]
