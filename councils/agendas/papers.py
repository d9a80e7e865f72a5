from councils.agendas.preparation import with_preparation
from councils.meetings.models import Meeting
from councils.meetings.papers import printed


def agenda_pdf(meeting: Meeting, *, closed: bool) -> bytes:
    """Without a trace of the closed points, unless `closed`."""
    shown = meeting.agenda.shown(closed=closed).prefetch_related("attachments")
    items = with_preparation(meeting, shown)
    context: dict[str, object] = {"meeting": meeting, "items": items}
    return printed("councils/agendas/agenda_paper.html", context | {"guests": meeting.guests.all()})
