"""What the register fills into a plan's sections: the rows behind the shapes of `snapshot.data`.

Every list costs the same number of queries, however many rows it has, and all of them two.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, TypedDict

from django.db.models import OuterRef
from django.utils import timezone

from councils.meetings.models import clock_text
from councils.models import CouncilKind, MembershipRole
from plans.document.duty_words import due_text, whom_text
from plans.document.fields import Fields
from plans.document.models import FocusArea, Plan, Priority, RegisterData, Scope, Section, is_new
from plans.document.short_lists import NamedSigner, Seat, ShortLists, ToDo, Unit, rows_as_list, short_lists
from plans.document.snapshot.data import (
    Data,
    Duties,
    FigureRow,
    Figures,
    FocusAreaRow,
    FocusAreas,
    Forums,
    Meetings,
    MemberRow,
    Members,
    NamedMember,
    Organisation,
    PreventionAreas,
    Priorities,
    Signatories,
    SignatoryRow,
    UnitRow,
)
from plans.document.snapshot.shape import News
from samarbejde import danish

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class _Place(TypedDict):
    """Of a topic in a lokalråd's list."""

    pk: int
    council_id: int
    position: int


class Listed(TypedDict):
    listed: list[_Place]


class Register:
    """The register as one plan sees it on `day`."""

    def __init__(self, plan: Plan, day: date | None = None) -> None:
        self.plan = plan
        self.day = day or timezone.localdate()

    @cached_property
    def fields(self) -> Fields:
        return Fields(self.plan, self.day)

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
            RegisterData.MEETINGS: self.meetings,
        }
        return shapes[kind]() if kind in shapes else None

    # --- people ---------------------------------------------------------------------------------

    def signatories(self) -> Signatories:
        """The document's own list for a plan made elsewhere, else director and mayors of the day.

        A plan that nobody signs has the members in place of rows, so that no name stands as if signed.
        """
        if not self.plan.signatures_required:
            return {"place": "", "date": None, "rows": [], "members": self._members_who_would_sign()}
        rows = [_signatory(row) for row in self._lists["signed_by"]]
        signed_on = self.plan.signed_on.isoformat() if self.plan.signed_on else None
        return {"place": self.plan.signed_place, "date": signed_on, "rows": rows or self._office_holders()}

    def _office_holders(self) -> list[SignatoryRow]:
        holders = [seat for seat in self._lists["seats"] if _signs(seat)]
        return [_signatory(seat) for seat in sorted(holders, key=lambda seat: seat["sort_key"] or "")]

    def _members_who_would_sign(self) -> list[NamedMember]:
        return [{"name": row["name"], "title": row["title"]} for row in self._office_holders()]

    def members(self) -> Members:
        groups: dict[str, list[MemberRow]] = defaultdict(list)
        for seat in self._lists["seats"]:
            role = str(MembershipRole(seat["role"]).label)
            groups[seat["council"]].append({"name": seat["name"], "title": seat["title"], "role": role})
        return {"groups": [{"council": name, "rows": rows} for name, rows in groups.items()]}

    # --- what the councils work with --------------------------------------------------------------

    @cached_property
    def focus_areas(self) -> "dict[int, WithAnnotations[FocusArea, Listed]]":
        placed = Priority.objects.filter(focus_area=OuterRef("pk"))
        areas = self.plan.focus_areas.annotate(listed=rows_as_list(placed, "pk", "council_id", "position"))
        return {area.pk: area for area in areas.select_related("section").order_by("position", "pk")}

    @cached_property
    def priorities_by_council(self) -> dict[int, list[FocusArea]]:
        """Each lokalråd's topics in the order of its list, by the lokalråd's id."""
        lists: dict[int, list[FocusArea]] = defaultdict(list)
        listed = [(row, area) for area in self.focus_areas.values() for row in area.listed]
        for row, area in sorted(listed, key=lambda pair: (pair[0]["position"], pair[0]["pk"])):
            lists[row["council_id"]].append(area)
        return lists

    def district_wide_areas(self) -> FocusAreas:
        areas = [area for area in self.focus_areas.values() if area.scope == Scope.DISTRICT]
        return {"rows": [self._area_row(area) for area in areas]}

    def priorities(self) -> Priorities:
        return {
            "municipalities": [
                {
                    "name": place["name"],
                    "slug": place["slug"],
                    "rows": [
                        {"position": position, **self._area_row(area)}
                        for position, area in enumerate(self.priorities_by_council[place["council"]], start=1)
                    ],
                }
                for place in self._lists["places"]
            ]
        }

    def _area_row(self, area: FocusArea) -> FocusAreaRow:
        return {
            "title": area.title,
            "scope": area.scope,
            "is_new": is_new(area.since, self.plan.year),
            "anchor": area.section.anchor if area.section else "",
            "description": area.description,
            "projects": area.projects,
            "proposed_by": self.proposed_by(area),
        }

    def proposed_by(self, area: FocusArea) -> str:
        """The same, as readers of the plan see it: "" where the secretariat does not say."""
        return self.proposers(area) if area.names_proposers else ""

    def proposers(self, area: FocusArea) -> str:
        """»lokalrådene i Herning og Skive«; "" where it came from none."""
        if not area.proposer_ids:
            return ""
        places = [place["name"] for place in self._lists["places"] if place["council"] in area.proposer_ids]
        return f"{'lokalrådene' if len(places) > 1 else 'lokalrådet'} {danish.at_all(places)}"

    def duties(self) -> Duties:
        return {
            "rows": [
                {
                    "wording": duty["wording"],
                    "who": whom_text(duty["addressee"], duty["who"], duty["municipalities"]),
                    "modality": duty["modality"],
                    "due": _due(duty),
                }
                for duty in self._lists["to_do"]
            ]
        }

    def meetings(self) -> Meetings:
        """Of the plan's own council, in the plan's year. Where one is held is told if it is open to all."""
        return {
            "rows": [
                {
                    "day": danish.date_text(date.fromisoformat(one["held_on"])),
                    "clock": clock_text(_clock(one["starts_at"]), _clock(one["ends_at"])),
                    "place": one["place"] if one["is_public"] else "",
                    "is_public": one["is_public"],
                }
                for one in self._lists["meetings"]
            ]
        }

    # --- facts --------------------------------------------------------------------------------------

    def forums(self) -> Forums:
        return {
            "rows": [
                {
                    "code": forum["code"],
                    "name": forum["name"],
                    "purpose": forum["purpose"],
                    "parties": forum["parties"],
                    "participants": forum["participants"],
                    "rhythm": forum["rhythm"],
                    "responsible": forum["responsible"],
                    "municipalities": [part["name"] for part in forum["parts"] if part["takes_part"]],
                    "left_out": [
                        {"name": part["name"], "reason": part["reason"]}
                        for part in forum["parts"]
                        if not part["takes_part"]
                    ],
                }
                for forum in self._lists["forums"]
            ]
        }

    def prevention_areas(self) -> PreventionAreas:
        return {"rows": self._lists["housing_areas"]}

    def figures(self) -> Figures:
        tables: dict[tuple[str, str], list[FigureRow]] = defaultdict(list)
        for figure in self._lists["figures"]:
            value = danish.number_text(Decimal(figure["value"]))
            row: FigureRow = {"label": figure["row"], "value": value, "unit": figure["unit"]}
            tables[figure["table"], figure["source"]].append(row)
        return {"tables": [{"title": t, "source": s, "rows": rows} for (t, s), rows in tables.items()]}

    def organisation(self) -> Organisation:
        below: dict[int | None, list[Unit]] = defaultdict(list)
        for unit in self._lists["units"]:
            below[unit["parent"]].append(unit)

        def rows(parent: int | None, depth: int) -> Iterator[UnitRow]:
            for unit in below[parent]:
                yield {"name": unit["name"], "depth": depth}
                yield from rows(unit["pk"], depth + 1)

        return {"rows": list(rows(None, 0))}

    @property
    def news(self) -> list[News]:
        """What the secretariat says of what is new since last year."""
        return self._lists["news"]

    @cached_property
    def _lists(self) -> ShortLists:
        return short_lists(self.plan, self.day)


def filled(register: Register, sections: Iterable[Section]) -> dict[str, Data]:
    """The data that these sections show, by kind."""
    kinds = {section.data for section in sections if section.data}
    return {kind: data for kind in kinds if (data := register.data_for(kind)) is not None}


def _signatory(row: NamedSigner | Seat) -> SignatoryRow:
    place = row["municipality"] or ""
    return {"name": row["name"], "title": row["title"], "municipality": place, "signed_at": None}


def _clock(at: str | None) -> time | None:
    return time.fromisoformat(at) if at else None


def _signs(seat: Seat) -> bool:
    is_of_the_district = seat["council_kind"] == CouncilKind.DISTRICT
    return is_of_the_district and seat["role"] not in (MembershipRole.DEPUTY, MembershipRole.SECRETARIAT)


def _due(duty: ToDo) -> str:
    day = date.fromisoformat(duty["due_on"]) if duty["due_on"] else None
    return due_text(duty["due_year"], duty["due_quarter"], day, duty["at_meeting"], duty["condition"])
