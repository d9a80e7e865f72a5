"""The short lists of a plan and its register that stand alone, all in one query."""

from typing import TypedDict, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, QuerySet
from django.db.models.functions import JSONObject

from councils.models import OrganisationUnit, PreventionArea
from plans.document.models import Plan
from plans.document.snapshot.data import PreventionAreaRow


class NamedSigner(TypedDict):
    name: str
    title: str
    municipality: str | None


class ToDo(TypedDict):
    wording: str
    who: str
    modality: str
    due_year: int | None
    due_quarter: int | None


class Unit(TypedDict):
    pk: int
    parent: int | None
    name: str


class ShortLists(TypedDict):
    signed_by: list[NamedSigner]
    to_do: list[ToDo]
    housing_areas: list[PreventionAreaRow]
    units: list[Unit]


def short_lists(plan: Plan) -> ShortLists:
    district = plan.council.district_id
    areas = PreventionArea.objects.listed_in(plan.year).filter(municipality__district=district)
    lists = {
        "signed_by": rows_as_list(plan.signatories.all(), "name", "title", municipality="municipality__name"),
        "to_do": rows_as_list(plan.duties.all(), "wording", "who", "modality", "due_year", "due_quarter"),
        "housing_areas": rows_as_list(
            areas, "name", "meets_crime_criterion", municipality="municipality__name"
        ),
        "units": rows_as_list(OrganisationUnit.objects.filter(district=district), "pk", "parent", "name"),
    }
    return cast(ShortLists, Plan.objects.filter(pk=plan.pk).values(**lists).get())


def rows_as_list(found: QuerySet[Model], *columns: str, **named: str) -> ArraySubquery:
    """Rows of a query as a list of dictionaries, in the order of their table."""
    return ArraySubquery(found.values(json_row=JSONObject(**{name: name for name in columns}, **named)))
