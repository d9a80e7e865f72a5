"""Agenda and minutes on paper, made by the same machinery as a plan."""

from collections.abc import Callable

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.module_loading import import_string

from councils.meetings.models import Meeting
from councils.meetings.preparation import with_preparation


def printed(template: str, context: dict[str, object]) -> bytes:
    """Raises `Refused` in words when it cannot be printed."""
    prints: Callable[[str], bytes] = import_string(settings.PRINTS_PAPERS)
    return prints(render_to_string(template, {"printed_on": timezone.localdate()} | context))


def agenda_pdf(meeting: Meeting, *, closed: bool) -> bytes:
    """Without a trace of the closed points, unless `closed`."""
    shown = meeting.agenda.shown(closed=closed).prefetch_related("attachments")
    items = with_preparation(meeting, shown)
    context: dict[str, object] = {"meeting": meeting, "items": items}
    return printed("councils/meetings/agenda_paper.html", context | {"guests": meeting.guests.all()})


def file_name(kind: str, meeting: Meeting) -> str:
    """`dagsorden-2027-03-04.pdf`."""
    return f"{kind}-{meeting.held_on:%Y-%m-%d}.pdf"
