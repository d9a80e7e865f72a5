"""Files go with a point of the agenda, for as long as it can be changed."""

from django.db import transaction

from councils.agendas.models import AgendaAttachment, AgendaItem
from councils.agendas.workflow.agenda import GONE, lock_writable, tell
from samarbejde.accounts.models import User
from samarbejde.attachments.receiving import Received
from samarbejde.attachments.workflow import attach
from samarbejde.transitions import lock


@transaction.atomic
def attach_to_item(item: AgendaItem, sent: Received, *, by: User) -> AgendaAttachment:
    meeting = lock_writable(item.meeting)
    item = lock(item, gone=GONE)
    attachment: AgendaAttachment = attach(item.attachments, sent, by=by)
    tell(meeting, "agenda.attached", "fik et bilag", by)
    return attachment


@transaction.atomic
def remove_attachment(attachment: AgendaAttachment, *, by: User) -> None:
    meeting = lock_writable(attachment.item.meeting)
    attachment = lock(attachment, gone="Bilaget er fjernet af en anden.")
    attachment.delete()
    tell(meeting, "agenda.attachment_removed", "fik fjernet et bilag", by)
