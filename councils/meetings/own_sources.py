"""What waits for an agenda that the councils themselves know of."""

from collections.abc import Iterator

from councils.meetings.agenda_sources import Waiting
from councils.meetings.models import AgendaItem, AgendaRequest, Meeting
from councils.meetings.states import OVER, RequestState
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
