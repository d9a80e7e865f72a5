from plans.follow_up.workflow.answers import return_answer, see_answer, submit_answer, write_answer
from plans.follow_up.workflow.attaching import attach_to_answer, remove_attachment
from plans.follow_up.workflow.carrying import carry_duties
from plans.follow_up.workflow.duties import add_duty, delete_duty, edit_duty
from plans.follow_up.workflow.reminding import remind_of_duties
from plans.follow_up.workflow.sentences import answer_sentences

__all__ = [
    "add_duty",
    "answer_sentences",
    "attach_to_answer",
    "carry_duties",
    "delete_duty",
    "edit_duty",
    "remind_of_duties",
    "remove_attachment",
    "return_answer",
    "see_answer",
    "submit_answer",
    "write_answer",
]
