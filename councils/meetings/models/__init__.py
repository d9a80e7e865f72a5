from councils.meetings.models.agenda import PREPARES, AgendaItem, AgendaItemQuerySet, AgendaRequest
from councils.meetings.models.attachments import AgendaAttachment, with_files
from councils.meetings.models.meetings import Meeting, MeetingQuerySet, MeetingRules

__all__ = [
    "PREPARES",
    "AgendaAttachment",
    "AgendaItem",
    "AgendaItemQuerySet",
    "AgendaRequest",
    "Meeting",
    "MeetingQuerySet",
    "MeetingRules",
    "with_files",
]
