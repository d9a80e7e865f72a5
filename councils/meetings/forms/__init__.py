from councils.meetings.forms.agenda import DeclineForm, ItemForm, RequestForm
from councils.meetings.forms.attending import ApologyForm, CallForm, GuestForm
from councils.meetings.forms.planning import MeetingForm, ReasonForm, RulesForm

__all__ = [
    "ApologyForm",
    "CallForm",
    "DeclineForm",
    "GuestForm",
    "ItemForm",
    "MeetingForm",
    "ReasonForm",
    "RequestForm",
    "RulesForm",
]
