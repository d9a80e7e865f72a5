"""The round itself: the call, its deadlines, and the lokalråd that have not answered."""

from plans.rounds.workflow.asking import ask
from plans.rounds.workflow.calling import Called, Shortening, change_round, open_due_rounds, open_round
from plans.rounds.workflow.extending import extend_deadline
from plans.rounds.workflow.reminding import remind, remind_before_deadlines

__all__ = [
    "Called",
    "Shortening",
    "ask",
    "change_round",
    "extend_deadline",
    "open_due_rounds",
    "open_round",
    "remind",
    "remind_before_deadlines",
]
