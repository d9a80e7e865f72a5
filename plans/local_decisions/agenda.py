"""The prevention areas that a lokalråd has to decide on."""

from collections.abc import Iterator

from django.db.models import CharField, OuterRef, Value
from django.db.models.functions import Cast, Concat

from councils.meetings.agenda_sources import Waiting, talked_of
from councils.models import CouncilKind, Meeting
from plans.local_decisions.reading import undecided
from plans.proposals.counting import number_of


def areas_to_decide_on(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: each of the year's list, until its chair has written the decision.

    A meeting that talked of it without deciding leaves it waiting for the next. One query.
    """
    council, year = meeting.council, meeting.held_on.year
    if council.kind != CouncilKind.LOCAL:
        return
    areas = undecided(year).filter(municipality=council.municipality_id)
    own_key = Concat(
        Value("prevention:"), Cast(OuterRef("pk"), CharField()), Value(f":{year}"), output_field=CharField()
    )
    for area in areas.annotate(times=number_of(talked_of(meeting, own_key))):
        again = f":{area.times}" if area.times else ""
        yield Waiting(
            key=f"prevention:{area.pk}:{year}{again}",
            kind="Forebyggelsesområde",
            title=f"Beslutning om {area.name}",
            text=f"Området er på listen i {year}. Hvad gør politi og kommune der, og hvem følger det?",
        )
