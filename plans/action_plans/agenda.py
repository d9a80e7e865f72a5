"""The action plans that a lokalråd makes at its first meeting of the year."""

from collections.abc import Iterator

from django.db.models import Exists

from councils.agendas.sources import Waiting
from councils.models import CouncilKind, Meeting
from plans.action_plans.topics import topics_without_plan


def action_plans_to_make(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: one point for the topics of a published plan that have none yet."""
    council, year = meeting.council, meeting.held_on.year
    if council.kind != CouncilKind.LOCAL:
        return
    earlier = Meeting.objects.not_cancelled().filter(
        council=council, held_on__year=year, held_on__lt=meeting.held_on
    )
    left = topics_without_plan(council, year).filter(~Exists(earlier))
    if titles := [topic.title for topic in left]:
        yield Waiting(
            key=f"action-plans:{council.pk}:{year}",
            kind="Årets handleplaner",
            title=f"Handleplaner for {year}",
            text="\n".join(["Emner uden handleplan:", *titles]),
        )
