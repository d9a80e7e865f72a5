"""The e-mails of a proposal round: who gets them, and what they say."""

from plans.proposals.letters.answers import receipt, submitted, withdrawn
from plans.proposals.letters.decisions import carried, decided, decided_elsewhere, postponed, taken_in
from plans.proposals.letters.reviews import changes_requested, remark_shared
from plans.proposals.letters.rounds import deadline_extended, reminder, round_changed, round_opened

__all__ = [
    "carried",
    "changes_requested",
    "deadline_extended",
    "decided",
    "decided_elsewhere",
    "postponed",
    "receipt",
    "remark_shared",
    "reminder",
    "round_changed",
    "round_opened",
    "submitted",
    "taken_in",
    "withdrawn",
]
