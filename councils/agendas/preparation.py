"""What the kontaktudvalg said of a point before the kredsråd takes it up."""

from collections.abc import Iterable

from councils.agendas.models import PREPARES, AgendaItem
from councils.meetings.models import Meeting
from councils.meetings.permissions import SENT
from councils.register.models import CouncilKind


def with_preparation(meeting: Meeting, items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The kredsråd's points, each with `prepared`: what was openly decided of it, once minutes are sent."""
    shown = list(items)
    remarks: dict[str, str] = {}
    if meeting.council.kind == CouncilKind.DISTRICT:
        keys = [f"{PREPARES}{item.pk}" for item in shown]
        told = AgendaItem.objects.shown(closed=False).filter(
            source__in=keys, meeting__council__kind=CouncilKind.CONTACT, meeting__state__in=SENT
        )
        remarks = dict(told.exclude(decision="").order_by("pk").values_list("source", "decision"))
    for item in shown:
        item.prepared = remarks.get(f"{PREPARES}{item.pk}", "")
    return shown
