"""The prevention areas that a lokalråd has to decide on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypedDict

from django.db.models import CharField, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat

from councils.agendas.sources import Waiting, talked_of
from councils.models import CouncilKind, Meeting, PreventionArea
from plans.local_decisions.reading import undecided
from plans.proposals.counting import number_of

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

JANUARY = 1
ASKED = "Hvad gør politi og kommune der, og hvem følger det?"


class Left(TypedDict):
    listed_for: int  # the year
    times: int  # that a meeting has talked of it


def areas_to_decide_on(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: each of the year's list, until its chair has written the decision.

    A meeting that talked of it without deciding leaves it waiting for the next; in January what was left of
    last year may still be decided. One query.
    """
    if meeting.council.kind != CouncilKind.LOCAL:
        return
    this_year = meeting.held_on.year
    areas = _left_in(this_year, meeting)
    if meeting.held_on.month == JANUARY:
        areas = areas.union(_left_in(this_year - 1, meeting), all=True)
    for area in areas.order_by("listed_for", "pk"):
        again = f":{area.times}" if area.times else ""
        late = area.listed_for < this_year
        yield Waiting(
            key=f"prevention:{area.pk}:{area.listed_for}{again}",
            kind="Forebyggelsesområde",
            title=f"Beslutning om {area.name}",
            text=f"Området {'var' if late else 'er'} på listen i {area.listed_for}. "
            + (f"Det mangler fra {area.listed_for}. Hvad blev besluttet?" if late else ASKED),
        )


def _left_in(year: int, meeting: Meeting) -> "QuerySet[WithAnnotations[PreventionArea, Left]]":
    areas = undecided(year).filter(municipality=meeting.council.municipality_id).order_by()
    own_key = Concat(
        Value("prevention:"), Cast(OuterRef("pk"), CharField()), Value(f":{year}"), output_field=CharField()
    )
    return areas.annotate(listed_for=Value(year), times=number_of(talked_of(meeting, own_key)))
