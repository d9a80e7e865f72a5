"""The kredsråd's meetings that a plan is, or was, discussed at."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from councils.agendas.sources import Link
from councils.meetings.states import COMING, MeetingState
from councils.models import AgendaItem
from councils.register.offices import Person
from plans.approval.agenda import PLAN, key_of
from plans.document.models import Plan
from plans.document.permissions import visible_plans

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    from councils.models import Meeting

A_YEAR = timedelta(days=365)


class OnAgenda(TypedDict):
    has_plan: bool  # as a point


def meetings_to_choose(plan: Plan) -> "list[WithAnnotations[Meeting, OnAgenda]]":
    """Of the last year, until their minutes are sent, and those to come that have the plan as a point."""
    today = timezone.localdate()
    points = AgendaItem.objects.filter(meeting=OuterRef("pk"), source__startswith=key_of(plan))
    open_ones = plan.council.meetings.filter(state__in=[*COMING, MeetingState.HELD])
    found = open_ones.annotate(has_plan=Exists(points)).filter(
        Q(held_on__range=(today - A_YEAR, today)) | Q(held_on__gt=today, has_plan=True)
    )
    return list(found.order_by("-held_on"))


def plans_behind(person: Person, items: Iterable[AgendaItem]) -> dict[int, Link]:
    """`settings.POINT_LINKS`: by the points' ids, the plan that each is about, if the person may read it."""
    by_key = {item.pk: _plan_in(item.source) for item in items}
    discussed = Q(discussions__agenda_item__in=by_key)
    plans = visible_plans(person).filter(discussed | Q(pk__in=filter(None, by_key.values())))
    found: dict[int, Link] = {}
    for plan, point in plans.values_list("pk", "discussions__agenda_item").distinct():
        link = Link("Se planen", reverse("plan", args=[plan]))
        about = [pk for pk, told in by_key.items() if told == plan] + ([point] if point in by_key else [])
        found |= dict.fromkeys(about, link)
    return found


def _plan_in(source: str) -> int | None:
    kind, _, rest = source.partition(":")
    number = rest.partition(":")[0]
    return int(number) if kind == PLAN and number.isdecimal() else None
