"""Every step of a proposal round, from the call to the decisions."""

from plans.proposals.workflow.deciding import accept, announce, merge, reject
from plans.proposals.workflow.postponing import postpone
from plans.proposals.workflow.reviewing import request_changes, review
from plans.proposals.workflow.rounds import (
    change_round,
    extend_deadline,
    open_round,
    remind,
    say_no_proposals,
)
from plans.proposals.workflow.writing import rewrite, submit, withdraw, write

__all__ = [
    "accept",
    "announce",
    "change_round",
    "extend_deadline",
    "merge",
    "open_round",
    "postpone",
    "reject",
    "remind",
    "request_changes",
    "review",
    "rewrite",
    "say_no_proposals",
    "submit",
    "withdraw",
    "write",
]
