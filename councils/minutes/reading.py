"""Minutes as their readers see them: attendance, and each point they may see with all that was said of it."""

from dataclasses import dataclass

from django.db.models import Prefetch

from councils.agendas.models import AgendaItem
from councils.attendance.models import Attendance, Guest, Presence
from councils.meetings.models import Meeting
from councils.minutes.models import MinutesCorrection, MinutesRemark


@dataclass(frozen=True)
class Minutes:
    meeting: Meeting
    attendances: list[Attendance]
    guests: list[Guest]
    items: list[AgendaItem]

    @property
    def has_open_point(self) -> bool:
        """Something of it may be published."""
        return any(not item.is_closed for item in self.items)

    @property
    def present(self) -> int:
        return sum(one.presence != Presence.ABSENT for one in self.attendances)


def minutes_of(meeting: Meeting, *, closed: bool) -> Minutes:
    """Without closed points unless `closed`."""
    remarks = MinutesRemark.objects.select_related("by")
    corrections = MinutesCorrection.objects.select_related("by")
    items = AgendaItem.objects.filter(meeting=meeting).shown(closed=closed)
    return Minutes(
        meeting,
        list(meeting.attendances.select_related("municipality", "membership")),
        [guest for guest in meeting.guests.all() if guest.was_present],
        list(items.prefetch_related(Prefetch("remarks", remarks), Prefetch("corrections", corrections))),
    )
