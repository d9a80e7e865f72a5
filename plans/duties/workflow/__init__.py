from plans.duties.workflow.carrying import carry_duties
from plans.duties.workflow.duties import add_duty, delete_duty, edit_duty
from plans.duties.workflow.sentences import answer_sentences, propose_again

__all__ = ["add_duty", "answer_sentences", "carry_duties", "delete_duty", "edit_duty", "propose_again"]
