from councils.meetings.forms.agenda import DeclineForm, ItemForm, RequestForm
from councils.meetings.forms.planning import MeetingForm, ReasonForm, RulesForm

__all__ = [
    "DeclineForm",
    "ItemForm",
    "MeetingForm",
    "ReasonForm",
    "RequestForm",
    "RulesForm",
]
