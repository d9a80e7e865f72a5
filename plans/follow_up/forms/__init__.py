from plans.follow_up.forms.answers import AnswerForm, ReviewForm
from plans.follow_up.forms.duties import DutyForm
from plans.follow_up.forms.sentences import SentenceForm, answered_forms, sentence_forms

__all__ = ["AnswerForm", "DutyForm", "ReviewForm", "SentenceForm", "answered_forms", "sentence_forms"]
