"""What a meeting has on paper, made by the same machinery as a plan."""

from collections.abc import Callable

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.module_loading import import_string

from councils.meetings.models import Meeting


def printed(template: str, context: dict[str, object]) -> bytes:
    """Raises `Refused` in words when it cannot be printed."""
    prints: Callable[[str], bytes] = import_string(settings.PRINTS_PAPERS)
    return prints(render_to_string(template, {"printed_on": timezone.localdate()} | context))


def file_name(kind: str, meeting: Meeting) -> str:
    """`dagsorden-2027-03-04.pdf`."""
    return f"{kind}-{meeting.held_on:%Y-%m-%d}.pdf"
