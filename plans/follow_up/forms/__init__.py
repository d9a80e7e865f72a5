from plans.follow_up.forms.duties import DutyForm
from plans.follow_up.forms.sentences import SentenceForm, answered_forms, sentence_forms

__all__ = ["DutyForm", "SentenceForm", "answered_forms", "sentence_forms"]
