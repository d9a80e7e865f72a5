from councils.meetings.models.agenda import AgendaItem, AgendaItemQuerySet, AgendaRequest
from councils.meetings.models.attachments import AgendaAttachment
from councils.meetings.models.meetings import Meeting, MeetingQuerySet, MeetingRules

__all__ = [
    "AgendaAttachment",
    "AgendaItem",
    "AgendaItemQuerySet",
    "AgendaRequest",
    "Meeting",
    "MeetingQuerySet",
    "MeetingRules",
]
