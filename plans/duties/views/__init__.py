from plans.duties.views.duties import add_duty, delete_duty, duties, edit_duty
from plans.duties.views.sentences import declined_sentences, propose_duties

__all__ = ["add_duty", "declined_sentences", "delete_duty", "duties", "edit_duty", "propose_duties"]
