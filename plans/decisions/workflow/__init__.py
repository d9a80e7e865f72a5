"""What the secretariat does with a proposal: ask, remark, recommend, decide, tell, move on."""

from plans.decisions.workflow.adding import extend, suggest
from plans.decisions.workflow.announcing import announce
from plans.decisions.workflow.deciding import accept, merge, merge_many, reject, undo
from plans.decisions.workflow.following import Followed, follow_all
from plans.decisions.workflow.postponing import postpone
from plans.decisions.workflow.reminding import remind_of_answers
from plans.decisions.workflow.reviewing import extend_answer, request_changes, review

__all__ = [
    "Followed",
    "accept",
    "announce",
    "extend",
    "extend_answer",
    "follow_all",
    "merge",
    "merge_many",
    "postpone",
    "reject",
    "remind_of_answers",
    "request_changes",
    "review",
    "suggest",
    "undo",
]
