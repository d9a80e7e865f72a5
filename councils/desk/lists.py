"""Whose meetings there are, and what became of a council's: as pages show it and as files give it."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, TypedDict

from django.db.models import OuterRef, Subquery

from councils.meetings.models import Meeting
from councils.meetings.permissions import visible_councils, visible_meetings
from councils.meetings.states import COMING, MeetingState
from councils.register.models import Council, CouncilKind
from councils.register.offices import Person
from samarbejde.danish import slug
from samarbejde.site.sheets import Sheet, Value

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

ORDER = [CouncilKind.DISTRICT, CouncilKind.CONTACT, CouncilKind.LOCAL]


class Days(TypedDict):
    next_day: date | None
    last_day: date | None


class Meetings(TypedDict):
    coming: list[Meeting]
    forgotten: list[Meeting]  # their day is gone, and nobody has told what became of them
    years: list[tuple[int, list[Meeting]]]  # that were held, the newest first
    cancelled: list[Meeting]


def councils_of(person: Person) -> "list[WithAnnotations[Council, Days]]":
    """The kredsråd first, each with its next meeting and its latest."""
    seen = visible_meetings(person).filter(council=OuterRef("pk"))
    found = Council.objects.filter(visible_councils(person)).select_related("district")
    councils = found.annotate(
        next_day=Subquery(seen.coming().values("held_on")[:1]),
        last_day=Subquery(seen.over().values("held_on")[:1]),
    )
    ordered = councils.order_by("district__sort_key", "sort_key")
    return sorted(ordered, key=lambda council: ORDER.index(CouncilKind(council.kind)))


def meetings_of(person: Person, council: Council) -> Meetings:
    seen = visible_meetings(person).filter(council=council)
    coming = list(seen.coming())
    left = seen.filter(state__in=COMING).exclude(pk__in=[one.pk for one in coming])
    return {
        "coming": coming,
        "forgotten": list(left.order_by("held_on")),
        "years": [(year, list(group)) for year, group in groupby(seen.over(), lambda one: one.held_on.year)],
        "cancelled": list(seen.filter(state=MeetingState.CANCELLED).order_by("-held_on")),
    }


def councils_sheet(councils: "Iterable[WithAnnotations[Council, Days]]") -> Sheet:
    headings = ["Råd", "Næste møde", "Seneste møde"]
    rows: list[list[Value]] = [[one.name, one.next_day, one.last_day] for one in councils]
    return Sheet("moeder", "Møder", headings, rows)


def meetings_sheet(council: Council, found: Meetings) -> Sheet:
    """In the order of the page."""
    held = [meeting for _, meetings in found["years"] for meeting in meetings]
    shown = [*found["forgotten"], *found["coming"], *held, *found["cancelled"]]
    headings = ["Dato", "Tid", "Sted", "Tilstand"]
    rows: list[list[Value]] = [[one.held_on, one.clock, one.place, one.get_state_display()] for one in shown]
    return Sheet(f"moeder-{slug(council.name)}", council.name, headings, rows)
