"""The short lists of a plan and its register that stand alone, all in one query."""

from typing import TypedDict, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, IntegerField, Model, OuterRef, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from councils.models import Council, OrganisationUnit, PreventionArea
from plans.document.models import Plan
from plans.document.snapshot.data import PreventionAreaRow


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


class Unit(TypedDict):
    pk: int
    parent: int | None
    name: str


class ShortLists(TypedDict):
    signed_by: list[NamedSigner]
    to_do: list[ToDo]
    housing_areas: list[PreventionAreaRow]
    units: list[Unit]


_OF_A_DUTY = (
    *("wording", "addressee", "who", "modality"),
    *("due_year", "due_quarter", "due_on", "at_meeting", "condition"),
)


def short_lists(plan: Plan) -> ShortLists:
    district = plan.council.district_id
    areas = PreventionArea.objects.listed_in(plan.year).filter(municipality__district=district)
    lists = {
        "signed_by": rows_as_list(plan.signatories.all(), "name", "title", municipality="municipality__name"),
        "to_do": rows_as_list(plan.duties.all(), *_OF_A_DUTY, municipalities=_named_municipalities()),
        "housing_areas": rows_as_list(
            areas, "name", "meets_crime_criterion", municipality="municipality__name"
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
