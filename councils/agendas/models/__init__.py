from councils.agendas.models.agenda import PREPARES, AgendaItem, AgendaItemQuerySet, AgendaRequest
from councils.agendas.models.attachments import AgendaAttachment, with_files

__all__ = [
    "PREPARES",
    "AgendaAttachment",
    "AgendaItem",
    "AgendaItemQuerySet",
    "AgendaRequest",
    "with_files",
]
