from plans.follow_up.workflow.duties import add_duty, delete_duty, edit_duty
from plans.follow_up.workflow.sentences import answer_sentences

__all__ = ["add_duty", "answer_sentences", "delete_duty", "edit_duty"]
