from councils.meetings.models.agenda import AgendaItem, AgendaItemQuerySet, AgendaRequest
from councils.meetings.models.attendance import DIRECTOR, Apology, Attendance, Guest, Presence
from councils.meetings.models.meetings import Meeting, MeetingQuerySet, MeetingRules

__all__ = [
    "DIRECTOR",
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
