from plans.duties.forms.duties import DutyForm
from plans.duties.forms.sentences import DeclinedForm, SentenceForm, answered_forms, sentence_forms

__all__ = ["DeclinedForm", "DutyForm", "SentenceForm", "answered_forms", "sentence_forms"]
