from plans.proposals.models.proposals import Proposal, Submission, Words
from plans.proposals.models.reviews import (
    ChangeRequest,
    Decision,
    DecisionAnnouncement,
    Outcome,
    Recommendation,
    Review,
)
from plans.proposals.models.rounds import Extension, NoProposals, ProposalRound, round_of

__all__ = [
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
    "round_of",
]
