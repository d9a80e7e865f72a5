from councils.meetings.models.agenda import AgendaItem, AgendaItemQuerySet, AgendaRequest
from councils.meetings.models.meetings import Meeting, MeetingQuerySet, MeetingRules

__all__ = [
    "AgendaItem",
    "AgendaItemQuerySet",
    "AgendaRequest",
    "Meeting",
    "MeetingQuerySet",
    "MeetingRules",
]
