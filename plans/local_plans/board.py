"""Lokalråd × local plan of a year: how far it is, since when, and who is waited for. Reads only."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypedDict

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from councils.models import Council, Membership, MembershipRole, PoliceDistrict
from councils.register.tile_map import Said, TileMap, kommune_map
from plans.approval.models import Signature
from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.site.sheets import Sheet
from samarbejde.site.sheets import Value as Cell

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

NOT_BEGUN = "not_begun"
KINDS = {NOT_BEGUN: "missing", PlanState.PUBLISHED: "done"}
NO_CHAIR = "lokalrådet har ingen formand"


@dataclass(frozen=True)
class BoardRow:
    council: Council
    plan: Plan | None
    since: date | None
    waits_for: str
    url: str

    @property
    def state(self) -> str:
        return self.plan.state if self.plan else NOT_BEGUN

    @property
    def label(self) -> str:
        return self.plan.get_state_display() if self.plan else "ikke begyndt"


class Since(TypedDict):
    left: datetime  # when it was last in another state
    since: datetime


@dataclass(frozen=True)
class Board:
    rows: list[BoardRow]
    map: TileMap | None

    @property
    def published(self) -> int:
        return sum(row.state == PlanState.PUBLISHED for row in self.rows)


def board_of(district: PoliceDistrict, year: int) -> Board:
    councils = list(Council.objects.local_in(district.pk).select_related("district"))
    plans = {plan.council_id: plan for plan in _plans(district, year)}
    chairs, missing = _chairs(district), _missing(list(plans.values()))
    rows = []
    for council in councils:
        plan = plans.get(council.pk)
        if plan is None:
            url, since, waits = reverse("start-local-plan", args=[council.pk]), None, chairs[council.pk]
        else:
            url, since = reverse("plan", args=[plan.pk]), timezone.localdate(plan.since)
            waits = _waited_for(plan, chairs[council.pk], missing[plan.pk])
        rows.append(BoardRow(council, plan, since, waits, url))
    return Board(rows, _map_of(rows))


def as_sheet(district: PoliceDistrict, year: int) -> Sheet:
    rows: list[list[Cell]] = [
        [str(row.council.municipality), str(row.council), row.label, row.since, row.waits_for]
        for row in board_of(district, year).rows
    ]
    headings = ["Kommune", "Lokalråd", "Tilstand", "Siden", "Venter på"]
    return Sheet(f"lokale-planer-{district.slug}-{year}", f"Lokale planer {year}", headings, rows)


def _plans(district: PoliceDistrict, year: int) -> "QuerySet[WithAnnotations[Plan, Since]]":
    """Each with since when it is in its state."""
    history = Plan.history.filter(id=OuterRef("pk"))
    others = history.exclude(state=OuterRef("state")).order_by("-history_date").values("history_date")[:1]
    ever = datetime(1, 1, 1, tzinfo=UTC)
    came = history.filter(state=OuterRef("state"), history_date__gt=OuterRef("left")).order_by("history_date")
    plans = Plan.objects.filter(council__district=district, council__kind="local", year=year)
    left = Coalesce(Subquery(others), Value(ever))
    return plans.annotate(left=left, since=Subquery(came.values("history_date")[:1]))


def _chairs(district: PoliceDistrict) -> dict[int, str]:
    held = Membership.objects.current().filter(council__district=district, role=MembershipRole.CHAIR)
    names = held.filter(council__kind="local").values_list("council", "user__name")
    return defaultdict(lambda: NO_CHAIR, names)


def _missing(plans: list[Plan]) -> dict[int, list[str]]:
    """The names that a round waits for, by plan."""
    found: dict[int, list[str]] = defaultdict(list)
    asked = Signature.objects.pending().filter(round__plan__in=plans).order_by("position")
    for plan, name in asked.values_list("round__plan", "name"):
        found[plan].append(name)
    return found


def _waited_for(plan: Plan, chair: str, missing: list[str]) -> str:
    match plan.state:
        case PlanState.PUBLISHED:
            return ""
        case PlanState.SIGNING:
            return ", ".join(missing)
    return chair


def _map_of(rows: list[BoardRow]) -> TileMap | None:
    places = {row.council.municipality: row for row in rows if row.council.municipality}
    return kommune_map(
        places,
        address=lambda place: places[place].url,
        say=lambda place: Said(places[place].label, KINDS.get(places[place].state, "started")),
    )
