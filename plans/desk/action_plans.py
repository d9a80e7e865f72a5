"""On the desk of a lokalråd's chair: action plans to make and to evaluate, prevention areas to decide on."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from councils.meetings.states import OVER
from councils.models import Council, CouncilKind, Meeting
from councils.register.offices import Offices
from plans.action_plans.models import ActionPlan, ActionPlanState
from plans.desk.areas import areas_to_decide_on, undecided_areas
from plans.desk.tasks import Task
from plans.document.models import FocusArea, Scope
from plans.document.states import PlanState
from plans.proposals.counting import number_of

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

FIRST_MONTH = 1  # when what was decided at the end of last year may still be written down
LAST_MONTH = 12  # when what the year came to is written


class Waiting(TypedDict):
    has_met: bool  # this year
    lacking: int  # topics of this year without an action plan
    this_year: int  # action plans to evaluate
    last_year: int
    areas: list[dict[str, object]]  # as `undecided_areas`
    areas_left: list[dict[str, object]]  # of last year


def action_plans_of_the_year(own: Offices) -> Iterator[Task]:
    """For chairs; one query, however many lokalråd they chair."""
    if not own.chaired:
        return
    today = timezone.localdate()
    for council in _waiting(own.chaired, today.year):
        if council.has_met and council.lacking:
            yield _to_make(council, today.year, council.lacking)
        if council.last_year:
            yield _to_evaluate(council, today.year - 1, council.last_year)
        if council.this_year and today.month >= LAST_MONTH:
            yield _to_evaluate(council, today.year, council.this_year)
        if today.month == FIRST_MONTH:
            yield from areas_to_decide_on(council, council.areas_left, today.year - 1)
        yield from areas_to_decide_on(council, council.areas, today.year)


def _waiting(councils: frozenset[int], year: int) -> "QuerySet[WithAnnotations[Council, Waiting]]":
    met = Meeting.objects.filter(council=OuterRef("pk"), held_on__year=year, state__in=OVER)
    adopted = ActionPlan.objects.filter(council=OuterRef("pk"), state=ActionPlanState.ADOPTED)
    return (
        Council.objects.filter(pk__in=councils)
        .select_related("municipality")
        .annotate(
            has_met=Exists(met),
            lacking=number_of(_topics_without_plan(year)),
            this_year=number_of(adopted.filter(year=year)),
            last_year=number_of(adopted.filter(year=year - 1)),
            areas=undecided_areas(year),
            areas_left=undecided_areas(year - 1),
        )
        .order_by("sort_key", "pk")
    )


def _topics_without_plan(year: int) -> QuerySet[FocusArea]:
    """Of the lokalråd of the row outside: those that are published."""
    made = ActionPlan.objects.filter(council=OuterRef(OuterRef("pk")), year=year, lineage=OuterRef("lineage"))
    found = FocusArea.objects.filter(plan__year=year, plan__state=PlanState.PUBLISHED)
    found = found.filter(
        plan__council__kind=CouncilKind.DISTRICT, plan__council__district=OuterRef("district")
    )
    return found.filter(Q(scope=Scope.DISTRICT) | Q(scope=Scope.LOCAL, council=OuterRef("pk")), ~Exists(made))


def _to_make(council: Council, year: int, lacking: int) -> Task:
    topics = "1 emne har" if lacking == 1 else f"{lacking} emner har"
    return Task(
        title=f"Lav handleplaner for {year}",
        text=f"{council.name} har holdt årets første møde, og {topics} ingen handleplan.",
        action="Lav handleplaner",
        url=reverse("action-plans", args=[council.pk, year]),
    )


def _to_evaluate(council: Council, year: int, number: int) -> Task:
    return Task(
        title=f"Evaluer {'handleplanen' if number == 1 else 'handleplanerne'} for {year}",
        text=f"{council.name} har {number} handleplan{'' if number == 1 else 'er'}, der ikke er evalueret.",
        due=date(year, 12, 31),
        action="Evaluer",
        url=reverse("action-plans", args=[council.pk, year]),
    )
