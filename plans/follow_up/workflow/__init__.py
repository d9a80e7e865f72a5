from plans.follow_up.workflow.answers import return_answer, see_answer, submit_answer, write_answer
from plans.follow_up.workflow.attaching import attach_to_answer, remove_attachment
from plans.follow_up.workflow.reminding import remind_of_duties

__all__ = [
    "attach_to_answer",
    "remind_of_duties",
    "remove_attachment",
    "return_answer",
    "see_answer",
    "submit_answer",
    "write_answer",
]
