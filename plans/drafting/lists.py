"""Who has a list of priorities, and what may stand on it."""

from django.db.models import Q, QuerySet

from councils.models import Council, CouncilKind
from plans.document.models import FocusArea, Plan, Priority, RegisterData, Section


def local_councils(plan: Plan) -> list[Council]:
    """The lokalråd whose priorities the plan holds, in Danish order."""
    if plan.council.kind == CouncilKind.LOCAL:
        return [plan.council]
    return list(Council.objects.local_in(plan.council.district_id))


def shown_below(plan: Plan) -> Section | None:
    """The section where topics without one of their own are read, and commented."""
    shows = plan.sections.filter(data__in=[RegisterData.PRIORITIES, RegisterData.FOCUS_AREAS])
    return shows.order_by("-data").first()


def areas_for(plan: Plan, council: Council) -> QuerySet[FocusArea]:
    """What may stand on the lokalråd's list: district-wide topics, its own, those shared with it."""
    shared = Priority.history.filter(council_id=council.pk).values("focus_area_id")
    return plan.focus_areas.filter(Q(council=None) | Q(council=council) | Q(pk__in=shared))
