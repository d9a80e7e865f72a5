"""What the register fills into a plan's sections: the shapes that `templates/plans/document/` shows.

Every list costs the same number of queries, however many rows it has, and all of them seven.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone

from councils.models import (
    Council,
    CouncilKind,
    Figure,
    Forum,
    Membership,
    MembershipRole,
    OrganisationUnit,
    PreventionArea,
)
from plans.document.models import FocusArea, Plan, Priority, RegisterData, Scope, Section, is_new
from samarbejde import danish

Data = dict[str, Any]


class Register:
    """The register as one plan sees it on `day`."""

    def __init__(self, plan: Plan, day: date | None = None) -> None:
        self.plan = plan
        self.day = day or timezone.localdate()

    def data_for(self, kind: str) -> Data | None:
        """The content of a section with this `RegisterData`, or None for text alone."""
        shapes: dict[str, Callable[[], Data]] = {
            RegisterData.SIGNATORIES: self.signatories,
            RegisterData.MEMBERS: self.members,
            RegisterData.FOCUS_AREAS: self.district_wide_areas,
            RegisterData.PRIORITIES: self.priorities,
            RegisterData.FORUMS: self.forums,
            RegisterData.PREVENTION_AREAS: self.prevention_areas,
            RegisterData.FIGURES: self.figures,
            RegisterData.ORGANISATION: self.organisation,
            RegisterData.DUTIES: self.duties,
        }
        return shapes[kind]() if kind in shapes else None

    # --- people ---------------------------------------------------------------------------------

    @cached_property
    def memberships(self) -> list[Membership]:
        district = self.plan.council.district_id
        found = Membership.objects.filter(council__district=district).on(self.day)
        return list(
            found.select_related("user", "municipality", "council").order_by("council__sort_key", "pk")
        )

    def signatories(self) -> Data:
        """The document's own list for a plan made elsewhere, else director and mayors of the day."""
        rows = [
            row | {"municipality": row["municipality"] or "", "signed_at": None}
            for row in self._lists["signed_by"]
        ]
        signed_on = self.plan.signed_on.isoformat() if self.plan.signed_on else None
        return {"place": self.plan.signed_place, "date": signed_on, "rows": rows or self._office_holders()}

    def _office_holders(self) -> list[Data]:
        holders = [m for m in self.memberships if m.council.kind == CouncilKind.DISTRICT and _signs(m)]
        holders.sort(key=lambda m: m.municipality.sort_key if m.municipality else "")
        return [
            {
                "name": m.user.name,
                "title": m.title,
                "municipality": str(m.municipality or ""),
                "signed_at": None,
            }
            for m in holders
        ]

    def members(self) -> Data:
        groups: dict[str, list[Data]] = defaultdict(list)
        for m in self.memberships:
            row = {"name": m.user.name, "title": m.title, "role": m.get_role_display()}
            groups[m.council.name].append(row)
        return {"groups": [{"council": name, "rows": rows} for name, rows in groups.items()]}

    # --- what the councils work with --------------------------------------------------------------

    @cached_property
    def focus_areas(self) -> dict[int, FocusArea]:
        areas = self.plan.focus_areas.select_related("section").order_by("position", "pk")
        return {area.pk: area for area in areas}

    @cached_property
    def priorities_by_council(self) -> dict[int, list[FocusArea]]:
        """Each lokalråd's topics in the order of its list, by the lokalråd's id."""
        lists: dict[int, list[FocusArea]] = defaultdict(list)
        placed = Priority.objects.filter(focus_area__plan=self.plan).order_by("position", "pk")
        for council, area in placed.values_list("council", "focus_area"):
            lists[council].append(self.focus_areas[area])
        return lists

    @cached_property
    def local_councils(self) -> list[Council]:
        return list(Council.objects.local_in(self.plan.council.district_id))

    def district_wide_areas(self) -> Data:
        areas = [area for area in self.focus_areas.values() if area.scope == Scope.DISTRICT]
        return {"rows": [self._area_row(area) for area in areas]}

    def priorities(self) -> Data:
        return {
            "municipalities": [
                {
                    "name": place.name,
                    "slug": place.slug,
                    "rows": [
                        {"position": position} | self._area_row(area)
                        for position, area in enumerate(self.priorities_by_council[council.pk], start=1)
                    ],
                }
                for council in self.local_councils
                if (place := council.municipality)
            ]
        }

    def _area_row(self, area: FocusArea) -> Data:
        return {
            "title": area.title,
            "scope": area.scope,
            "is_new": is_new(area.since, self.plan.year),
            "anchor": area.section.anchor if area.section else "",
            "description": area.description,
        }

    def duties(self) -> Data:
        return {
            "rows": [
                {
                    "wording": duty["wording"],
                    "who": duty["who"],
                    "modality": duty["modality"],
                    "due": _due(duty["due_year"], duty["due_quarter"]),
                }
                for duty in self._lists["to_do"]
            ]
        }

    # --- facts --------------------------------------------------------------------------------------

    def forums(self) -> Data:
        columns = ("pk", "code", "name", "purpose", "parties")
        part = ("participations__takes_part", "participations__municipality__name", "participations__reason")
        found = Forum.objects.filter(district=self.plan.council.district_id)
        rows: dict[int, Data] = {}
        for forum in found.order_by("position", "name", "participations__municipality__sort_key").values(
            *columns, *part
        ):
            takes_part, municipality, reason = (forum.pop(name) for name in part)
            row = rows.setdefault(forum.pop("pk"), forum | {"municipalities": [], "left_out": []})
            if takes_part:
                row["municipalities"].append(municipality)
            elif municipality:
                row["left_out"].append({"name": municipality, "reason": reason})
        return {"rows": list(rows.values())}

    def prevention_areas(self) -> Data:
        return {"rows": self._lists["housing_areas"]}

    def figures(self) -> Data:
        tables: dict[tuple[str, str], list[Data]] = defaultdict(list)
        found = Figure.objects.filter(district=self.plan.council.district_id, year=self.plan.year)
        for figure in found.order_by("table", "position", "row"):
            row = {"label": figure.row, "value": danish.number_text(figure.value), "unit": figure.unit}
            tables[figure.table, figure.source].append(row)
        return {"tables": [{"title": t, "source": s, "rows": rows} for (t, s), rows in tables.items()]}

    def organisation(self) -> Data:
        below: dict[int | None, list[Data]] = defaultdict(list)
        for unit in self._lists["units"]:
            below[unit["parent"]].append(unit)

        def rows(parent: int | None, depth: int) -> list[Data]:
            return [
                row
                for unit in below[parent]
                for row in ({"name": unit["name"], "depth": depth}, *rows(unit["pk"], depth + 1))
            ]

        return {"rows": rows(None, 0)}

    @cached_property
    def _lists(self) -> dict[str, list[Data]]:
        """The short lists that stand alone, all in one query."""
        district = self.plan.council.district_id
        areas = PreventionArea.objects.listed_in(self.plan.year).filter(municipality__district=district)
        lists = {
            "signed_by": _rows(
                self.plan.signatories.all(), "name", "title", municipality="municipality__name"
            ),
            "to_do": _rows(self.plan.duties.all(), "wording", "who", "modality", "due_year", "due_quarter"),
            "housing_areas": _rows(areas, "name", "meets_crime_criterion", municipality="municipality__name"),
            "units": _rows(OrganisationUnit.objects.filter(district=district), "pk", "parent", "name"),
        }
        found: Any = Plan.objects.filter(pk=self.plan.pk).values(**lists).get()
        return dict(found)


def _rows(found: QuerySet[Any], *columns: str, **named: str) -> ArraySubquery:
    """Rows of a query as a list of dictionaries, in the order of their table."""
    return ArraySubquery(found.values(row=JSONObject(**{name: name for name in columns}, **named)))


def filled(register: Register, sections: Iterable[Section]) -> dict[str, Data]:
    """The data that these sections show, by kind."""
    kinds = {section.data for section in sections if section.data}
    return {kind: data for kind in kinds if (data := register.data_for(kind)) is not None}


def _signs(membership: Membership) -> bool:
    return membership.role not in (MembershipRole.DEPUTY, MembershipRole.SECRETARIAT)


def _due(year: int | None, quarter: int | None) -> str:
    if year is None:
        return "løbende"
    return danish.quarter_text(quarter, year) if quarter else str(year)
