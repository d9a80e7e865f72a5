"""The rows behind the fields of a plan's words, all in one query."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from django.contrib.postgres.expressions import ArraySubquery

from councils.models import Council, CouncilKind, Figure, LawQuote, Membership, MembershipRole
from plans.document.models import MultiYearAgreement, Plan, Scope
from plans.document.short_lists import rows_as_list

Row = Mapping[str, object]  # of a list that the database gives as JSON


@dataclass(frozen=True)
class Seat:
    municipality: str
    name: str


@dataclass(frozen=True)
class FieldFacts:
    directors: list[str]
    mayors: list[Seat]  # in the order of their kommuner
    municipalities: list[str]
    topics: list[str]  # titles of the district-wide ones, as they are written
    agreement: MultiYearAgreement | None  # of the plan's year; the newest, where two are
    laws: list[LawQuote]
    figures: list[Figure]  # by table, row, unit and year, none after the plan's


def field_facts(plan: Plan, day: date) -> FieldFacts:
    found = Plan.objects.filter(pk=plan.pk).values(**field_lists(plan, day)).get()
    return facts_in(cast(Mapping[str, list[Row]], found))


def facts_in(rows: Mapping[str, list[Row]]) -> FieldFacts:
    """Of the plan's row with `field_lists`."""
    agreements = [MultiYearAgreement(**row) for row in rows["agreements"]]
    return FieldFacts(
        directors=[str(row["name"]) for row in rows["holders"] if row["role"] == MembershipRole.CHAIR],
        mayors=[Seat(str(row["place"]), str(row["name"])) for row in rows["holders"] if row["place"]],
        municipalities=[str(row["name"]) for row in rows["municipalities"]],
        topics=[str(row["heading"] or row["own_title"]) for row in rows["topics"]],
        agreement=agreements[0] if agreements else None,
        laws=[LawQuote(**row | {"checked_on": _day(row["checked_on"])}) for row in map(dict, rows["laws"])],
        figures=[_figure(row) for row in rows["figures"]],
    )


def field_lists(plan: Plan, day: date) -> dict[str, ArraySubquery]:
    """For a query that asks for more of the plan as well."""
    district = plan.council.district_id
    holders = Membership.objects.on(day).filter(
        council__district=district, council__kind=CouncilKind.DISTRICT
    )
    figures = Figure.objects.filter(district=district, year__lte=plan.year)
    return {
        "holders": rows_as_list(
            holders.exclude(role=MembershipRole.DEPUTY).order_by("municipality__sort_key", "pk"),
            "role",
            name="user__name",
            place="municipality__name",
        ),
        "municipalities": rows_as_list(Council.objects.local_in(district), name="municipality__name"),
        "topics": rows_as_list(
            plan.focus_areas.filter(scope=Scope.DISTRICT).order_by("position", "pk"),
            "own_title",
            heading="section__heading",
        ),
        "agreements": rows_as_list(
            MultiYearAgreement.objects.filter(district=district).of_year(plan.year),
            *("name", "parties", "from_year", "to_year", "extended_to", "marks", "themes", "link"),
        ),
        "laws": rows_as_list(
            LawQuote.objects.filter(district=district), "law", "paragraph", "wording", "link", "checked_on"
        ),
        "figures": rows_as_list(
            figures.order_by("table", "position", "row", "unit", "year"),
            *("table", "row", "value", "unit", "period", "year", "source", "as_of", "target"),
        ),
    }


def _figure(row: Row) -> Figure:
    numbers = {name: None if row[name] is None else Decimal(str(row[name])) for name in ("value", "target")}
    return Figure(**dict(row) | numbers | {"as_of": _day(row["as_of"])})


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
