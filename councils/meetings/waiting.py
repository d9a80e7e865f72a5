"""What meetings ask of whoever calls them, and of the council's members; for `components/waiting.html`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from councils.meetings.models import Meeting
from councils.meetings.permissions import followed_districts, may_call
from councils.meetings.states import MeetingState
from councils.register.models import CouncilKind
from councils.register.offices import Person, offices
from samarbejde.danish import date_text
from samarbejde.deadlines import is_over

SOON = timedelta(days=21)  # before the last day to call
LATELY = timedelta(days=120)  # minutes that nobody has written by then were kept elsewhere
ASKING = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.HELD, MeetingState.MINUTES_SENT)


@dataclass(frozen=True)
class MeetingTask:
    title: str
    action: str
    url: str
    text: str = ""
    due: date | None = None

    @property
    def is_late(self) -> bool:
        return self.due is not None and is_over(self.due)


def tasks_for(person: Person) -> Iterator[MeetingTask]:
    """To call, to tell who came, to minute, or to read; the oldest meeting first."""
    councils = {seat.council_id for seat in offices(person).memberships}
    today = timezone.localdate()
    committees = Q(council__kind=CouncilKind.CONTACT, council__district__in=followed_districts(person))
    found = Meeting.objects.filter(Q(council__in=councils) | committees, state__in=ASKING).with_places()
    for meeting in found.order_by("held_on", "pk"):
        to_do = _to_do if may_call(person, meeting.council) else _to_read
        if task := to_do(meeting, today):
            yield task


def _to_do(meeting: Meeting, today: date) -> MeetingTask | None:
    where = f"{meeting.council}, {date_text(meeting.held_on)}"
    if meeting.is_coming and meeting.held_on < today:
        text = "Dagen er gået. Skriv, hvem der mødte, eller aflys mødet."
        url = reverse("tell-attendance", args=[meeting.pk])
        return MeetingTask(f"Mødet i {where}", "Skriv fremmødet", url, text)
    if meeting.state == MeetingState.PLANNED and meeting.notice_by and meeting.notice_by <= today + SOON:
        url = reverse("meeting", args=[meeting.pk])
        return MeetingTask(f"Indkald til mødet i {where}", "Se mødet", url, due=meeting.notice_by)
    if meeting.state == MeetingState.HELD and meeting.held_on >= today - LATELY:
        url = reverse("minutes", args=[meeting.pk])
        return MeetingTask(f"Referat af mødet i {where}", "Skriv referatet", url)
    return None


def _to_read(meeting: Meeting, today: date) -> MeetingTask | None:
    """Until the last day for remarks."""
    if meeting.state != MeetingState.MINUTES_SENT or meeting.remarks_by is None or meeting.remarks_by < today:
        return None
    return MeetingTask(
        f"Referat af mødet i {meeting.council}, {date_text(meeting.held_on)}",
        "Læs referatet",
        reverse("minutes", args=[meeting.pk]),
        "Er noget forkert, så skriv det til punktet.",
        meeting.remarks_by,
    )
