"""What waits for an agenda that the councils themselves know of."""

from collections.abc import Iterator

from councils.meetings.agenda_sources import PREPARES, Waiting
from councils.meetings.models import AgendaItem, AgendaRequest, Meeting
from councils.meetings.states import COMING, OVER, RequestState
from councils.register.models import CouncilKind, PreventionArea
from samarbejde.danish import date_text


def postponed(meeting: Meeting) -> Iterator[Waiting]:
    """Points that an earlier meeting did not come to."""
    left = AgendaItem.objects.filter(
        meeting__council=meeting.council_id, meeting__state__in=OVER, is_postponed=True, carried_to=None
    )
    for item in left.select_related("meeting").order_by("meeting__held_on", "position"):
        yield Waiting(
            key=f"postponed:{item.pk}",
            kind=f"Udsat {date_text(item.meeting.held_on)}",
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
