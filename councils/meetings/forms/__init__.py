from councils.meetings.forms.planning import MeetingForm, ReasonForm, RulesForm

__all__ = ["MeetingForm", "ReasonForm", "RulesForm"]
