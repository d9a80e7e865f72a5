"""What waits for an agenda that the councils themselves know of."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from councils.agendas.models import PREPARES, AgendaItem, AgendaRequest
from councils.agendas.sources import Waiting
from councils.agendas.states import RequestState
from councils.meetings.models import Meeting
from councils.meetings.states import COMING, OVER, MeetingState
from councils.register.models import CouncilKind
from samarbejde.danish import date_text

LATELY = timedelta(days=365)  # what a meeting was to talk of before that is no longer asked for


def postponed(meeting: Meeting) -> Iterator[Waiting]:
    """Points that an earlier meeting did not come to, or that were written for one that was cancelled.

    What such a meeting had from elsewhere waits there again.
    """
    carried = AgendaItem.objects.filter(carried_from=OuterRef("pk"), meeting__state__in=[*COMING, *OVER])
    put_off = Q(meeting__state__in=OVER, is_postponed=True)
    given_up = Q(
        meeting__state=MeetingState.CANCELLED, source="", meeting__held_on__gte=meeting.held_on - LATELY
    )
    left = AgendaItem.objects.filter(
        put_off | given_up, ~Exists(carried), meeting__council=meeting.council_id
    )
    for item in left.select_related("meeting").order_by("meeting__held_on", "position"):
        day, is_off = date_text(item.meeting.held_on), item.meeting.state == MeetingState.CANCELLED
        yield Waiting(
            key=f"postponed:{item.pk}",
            kind=f"Fra mødet {day}, der blev aflyst" if is_off else f"Udsat {day}",
            title=item.title,
            text=item.text,
            is_closed=item.is_closed,
            carried_from=item.pk,
        )


def requests(meeting: Meeting) -> Iterator[Waiting]:
    """Points that members ask for."""
    asked = AgendaRequest.objects.filter(council=meeting.council_id, state=RequestState.WAITING)
    for one in asked.select_related("asked_by").order_by("asked_at", "pk"):
        yield Waiting(
            key=f"request:{one.pk}",
            kind=f"Ønsket af {one.asked_by}",
            title=one.title,
            text=one.text,
            request=one.pk,
        )


def points_to_prepare(meeting: Meeting) -> Iterator[Waiting]:
    """The kontaktudvalg goes through the open points of the kredsråd's next meeting."""
    if meeting.council.kind != CouncilKind.CONTACT:
        return
    ahead = Meeting.objects.filter(
        council__district=meeting.council.district_id,
        council__kind=CouncilKind.DISTRICT,
        state__in=COMING,
        held_on__gte=meeting.held_on,
    )
    points = AgendaItem.objects.shown(closed=False).filter(meeting__in=ahead.order_by("held_on")[:1])
    for item in points.select_related("meeting").order_by("position"):
        yield Waiting(
            key=f"{PREPARES}{item.pk}",
            kind=f"Kredsrådets møde {date_text(item.meeting.held_on)}",
            title=item.title,
            text=item.text,
        )
