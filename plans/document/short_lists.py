"""The short lists of a plan and its register that stand alone, all in one query."""

from datetime import date
from typing import TypedDict, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, Func, IntegerField, Model, OuterRef, QuerySet, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, JSONObject

from councils.models import (
    Council,
    Figure,
    Forum,
    ForumParticipation,
    Meeting,
    Membership,
    OrganisationUnit,
    PreventionArea,
)
from plans.document.districts_plan import duties_of_lokalraad
from plans.document.models import Plan
from plans.document.snapshot.data import PreventionAreaRow
from plans.document.snapshot.shape import News


class NamedSigner(TypedDict):
    name: str
    title: str
    municipality: str | None


class ToDo(TypedDict):
    wording: str
    addressee: str
    who: str
    municipalities: list[str]
    modality: str
    due_year: int | None
    due_quarter: int | None
    due_on: str | None
    at_meeting: bool
    condition: str


class Seat(TypedDict):
    name: str
    title: str
    role: str
    council: str
    council_kind: str
    municipality: str | None
    sort_key: str | None  # of the kommune


class Place(TypedDict):
    """A lokalråd's."""

    council: int
    name: str
    slug: str


class Part(TypedDict):
    """A kommune's, in a forum."""

    name: str
    takes_part: bool
    reason: str


class NamedForum(TypedDict):
    code: str
    name: str
    purpose: str
    parties: str
    participants: str
    rhythm: str
    responsible: str
    parts: list[Part]


class NamedFigure(TypedDict):
    table: str
    row: str
    unit: str
    source: str
    value: str  # a decimal number, each digit as it is stored


class PlannedMeeting(TypedDict):
    held_on: str
    starts_at: str | None
    ends_at: str | None
    place: str
    is_public: bool


class Unit(TypedDict):
    pk: int
    parent: int | None
    name: str


class ShortLists(TypedDict):
    seats: list[Seat]
    places: list[Place]
    news: list[News]
    signed_by: list[NamedSigner]
    to_do: list[ToDo]
    housing_areas: list[PreventionAreaRow]
    forums: list[NamedForum]
    figures: list[NamedFigure]
    units: list[Unit]
    meetings: list[PlannedMeeting]


_OF_A_DUTY = (
    *("wording", "addressee", "who", "modality"),
    *("due_year", "due_quarter", "due_on", "at_meeting", "condition"),
)


_OF_A_SEAT = {
    "name": "user__name",
    "council": "council__name",
    "council_kind": "council__kind",
    "municipality": "municipality__name",
    "sort_key": "municipality__sort_key",
}


def short_lists(plan: Plan, day: date) -> ShortLists:
    """Of the register as it stands on this day; in a local plan what is the lokalråd's own."""
    district = plan.council.district_id
    seats = Membership.objects.on(day).filter(council__district=district).order_by("council__sort_key", "pk")
    areas = PreventionArea.objects.listed_in(plan.year).filter(municipality__district=district)
    parts = ForumParticipation.objects.filter(forum=OuterRef("pk")).order_by("municipality__sort_key")
    forums = Forum.objects.filter(district=district).order_by("position", "name")
    places = Council.objects.local_in(district).exclude(municipality=None)
    duties = plan.duties.all()
    if plan.is_local:
        place = plan.council.municipality_id
        seats, places = seats.filter(council=plan.council_id), places.filter(pk=plan.council_id)
        areas, parts = areas.filter(municipality=place), parts.filter(municipality=place)
        forums = forums.filter(Exists(parts.filter(takes_part=True)))
        duties = duties_of_lokalraad(plan)
    figures = Figure.objects.filter(district=district, year=plan.year)
    meetings = Meeting.objects.not_cancelled().filter(council=plan.council_id, held_on__year=plan.year)
    lists = {
        "seats": rows_as_list(seats, "title", "role", **_OF_A_SEAT),
        "places": rows_as_list(
            places,
            council="pk",
            name="municipality__name",
            slug="municipality__slug",
        ),
        "news": rows_as_list(plan.news_lines.exclude(line=""), "lineage", "line"),
        "signed_by": rows_as_list(plan.signatories.all(), "name", "title", municipality="municipality__name"),
        "to_do": rows_as_list(duties, *_OF_A_DUTY, municipalities=_named_municipalities()),
        "housing_areas": rows_as_list(
            areas, "name", "meets_crime_criterion", municipality="municipality__name"
        ),
        "forums": rows_as_list(
            forums,
            *("code", "name", "purpose", "parties", "participants", "rhythm", "responsible"),
            parts=rows_as_list(parts, "takes_part", "reason", name="municipality__name"),
        ),
        "figures": rows_as_list(
            figures.order_by("table", "position", "row"),
            *("table", "row", "unit", "source"),
            value=Cast("value", TextField()),
        ),
        "meetings": rows_as_list(
            meetings.order_by("held_on"), "held_on", "starts_at", "ends_at", "place", "is_public"
        ),
        "units": rows_as_list(OrganisationUnit.objects.filter(district=district), "pk", "parent", "name"),
    }
    return cast(ShortLists, Plan.objects.filter(pk=plan.pk).values(**lists).get())


def _named_municipalities() -> ArraySubquery:
    """Of the lokalråd that a duty names, in Danish order."""
    place = Func(OuterRef("council_ids"), F("pk"), function="array_position", output_field=IntegerField())
    councils = Council.objects.alias(place=place).filter(place__gt=0).order_by("municipality__sort_key")
    return ArraySubquery(councils.values("municipality__name"))


def rows_as_list(found: QuerySet[Model], *columns: str, **named: str | Combinable) -> ArraySubquery:
    """Rows of a query as a list of dictionaries, in the order of their table."""
    return ArraySubquery(found.values(json_row=JSONObject(**{name: name for name in columns}, **named)))
