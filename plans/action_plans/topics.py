"""A lokalråd's topics of a year, each with the action plan that stands. Reads only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from councils.models import Council, CouncilKind
from plans.action_plans.models import ActionPlan, Status
from plans.document.models import FocusArea, Scope
from plans.document.states import PlanState

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Counted(TypedDict):
    number: int  # of activities
    done: int


@dataclass(frozen=True)
class Topic:
    """`is_gone`: the year's plan has it no more, or there is no such plan yet."""

    lineage: UUID
    title: str
    scope: str
    plan: ActionPlan | None = None
    done: int = 0
    activities: int = 0
    is_gone: bool = False


def topics_of(council: Council, year: int) -> QuerySet[FocusArea]:
    """Of the district's plan for the year: the district-wide ones, and the lokalråd's own."""
    plans = Q(
        plan__year=year,
        plan__council__kind=CouncilKind.DISTRICT,
        plan__council__district=council.district_id,
    )
    own = Q(scope=Scope.LOCAL, council=council)
    return FocusArea.objects.filter(plans, Q(scope=Scope.DISTRICT) | own).order_by("scope", "position", "pk")


def topics_without_plan(council: Council, year: int) -> QuerySet[FocusArea]:
    """Of a published plan alone: what is still written may change its topics."""
    made = ActionPlan.objects.filter(council=council, year=year).values("lineage")
    return topics_of(council, year).filter(plan__state=PlanState.PUBLISHED).exclude(lineage__in=made)


def with_action_plans(topics: QuerySet[FocusArea], plans: QuerySet[ActionPlan]) -> list[Topic]:
    """In the plan's order; last those that only the lokalråd's own action plans have."""
    counted = plans.annotate(
        number=Count("activities"), done=Count("activities", Q(activities__status=Status.IN_PLACE))
    )
    standing = {one.lineage: one for one in counted.order_by("topic", "pk")}
    found = [_topic(area, standing.pop(area.lineage, None)) for area in topics]
    gone = [
        Topic(one.lineage, one.topic, "", one, one.done, one.number, is_gone=True)
        for one in standing.values()
    ]
    return found + gone


def _topic(area: FocusArea, plan: "WithAnnotations[ActionPlan, Counted] | None") -> Topic:
    said = str(area.get_scope_display())
    if plan is None:
        return Topic(area.lineage, area.title, said)
    return Topic(area.lineage, area.title, said, plan, plan.done, plan.number)
