from councils.meetings.models.agenda import AgendaItem, AgendaRequest
from councils.meetings.models.attendance import Apology, Attendance, Guest, Presence
from councils.meetings.models.meetings import Meeting, MeetingQuerySet, MeetingRules

__all__ = [
    "AgendaItem",
    "AgendaRequest",
    "Apology",
    "Attendance",
    "Guest",
    "Meeting",
    "MeetingQuerySet",
    "MeetingRules",
    "Presence",
]
