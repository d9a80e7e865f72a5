from councils.meetings.models.agenda import AgendaItem, AgendaItemQuerySet, AgendaRequest
from councils.meetings.models.attendance import Apology, Attendance, Guest, Presence
from councils.meetings.models.meetings import Meeting, MeetingQuerySet, MeetingRules

__all__ = [
    "AgendaItem",
    "AgendaItemQuerySet",
    "AgendaRequest",
    "Apology",
    "Attendance",
    "Guest",
    "Meeting",
    "MeetingQuerySet",
    "MeetingRules",
    "Presence",
]
