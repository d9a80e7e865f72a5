"""What waits for an agenda that the councils themselves know of."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from councils.meetings.agenda_sources import Waiting
from councils.meetings.models import PREPARES, AgendaItem, AgendaRequest, Meeting
from councils.meetings.states import COMING, OVER, MeetingState, RequestState
from councils.register.models import CouncilKind, PreventionArea
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


def prevention_areas(meeting: Meeting) -> Iterator[Waiting]:
    """A lokalråd decides each year on the areas of its kommune that stand on the ministry's list."""
    council, year = meeting.council, meeting.held_on.year
    if council.kind != CouncilKind.LOCAL:
        return
    for area in PreventionArea.objects.listed_in(year).filter(municipality=council.municipality_id):
        yield Waiting(
            key=f"prevention:{area.pk}:{year}",
            kind="Forebyggelsesområde",
            title=f"Beslutning om {area.name}",
            text=f"Området er på listen i {year}. Hvad gør politi og kommune der, og hvem følger det?",
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
