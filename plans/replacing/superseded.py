"""What the register said before, and says otherwise now: words that may stand typed in a plan. Reads only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Model
from django.utils import timezone

from councils.models import (
    CouncilKind,
    Figure,
    Forum,
    LawQuote,
    Membership,
    MembershipRole,
    Municipality,
    PoliceDistrict,
)
from plans.document.field_blocks import amount
from plans.document.models import MultiYearAgreement, Plan
from samarbejde import danish
from samarbejde.histories import Record

SHORTEST = 4  # letters that are told from others


@dataclass(frozen=True)
class Superseded:
    what: str
    old: str
    new: str


def superseded(plan: Plan, day: date | None = None) -> list[Superseded]:
    """Each once; what is too short to be found by itself is left out."""
    found = [*_offices(plan, day or timezone.localdate()), *_names(plan), *_agreements(plan), *_figures(plan)]
    return [one for one in dict.fromkeys(found) if one.old != one.new and len(one.old) >= SHORTEST]


def _offices(plan: Plan, day: date) -> Iterator[Superseded]:
    """Who held the office of director or of mayor before whoever holds it now."""
    seats = Membership.objects.filter(
        council__district=plan.council.district_id, council__kind=CouncilKind.DISTRICT
    ).exclude(role__in=[MembershipRole.DEPUTY, MembershipRole.SECRETARIAT, MembershipRole.VICE_CHAIR])
    rows = sorted(
        seats.select_related("user", "municipality"), key=lambda m: (m.municipality_id or 0, m.role, m.pk)
    )
    holding = {m.user_id for m in rows if day in m.period}
    for _, group in groupby(rows, key=lambda m: (m.municipality_id, m.role)):
        seat = list(group)
        now = [m for m in seat if day in m.period]
        if len(now) == 1:
            office = f"Borgmester i {now[0].municipality}" if now[0].municipality else "Politidirektør"
            for before in (m for m in seat if m.user_id not in holding and _is_over(m, day)):
                yield Superseded(office, before.user.name, now[0].user.name)


def _is_over(membership: Membership, day: date) -> bool:
    return membership.period.upper is not None and membership.period.upper <= day


def _names(plan: Plan) -> Iterator[Superseded]:
    district = plan.council.district_id
    tables: list[tuple[type[Model], Mapping[str, object], str]] = [
        (PoliceDistrict, {"pk": district}, "Politikredsens navn"),
        (Municipality, {"district": district}, "Kommunens navn"),
        (Forum, {"district": district}, "Forummets navn"),
    ]
    for model, of_district, what in tables:
        for old, now in _changed(model, of_district):
            yield Superseded(what, old.name, now.name)
    for old, now in _changed(LawQuote, {"district": district}):
        yield Superseded("Lovens navn", f"{old.law} {old.paragraph}".strip(), str(now))


def _agreements(plan: Plan) -> Iterator[Superseded]:
    for old, now in _changed(MultiYearAgreement, {"district": plan.council.district_id}):
        yield Superseded("Flerårsaftalens navn", old.name, now.name)
        if (before := danish.years(old.from_year, old.to_year)) != (after := _agreed(now)):
            yield Superseded("Flerårsaftalens periode", before, after)
            yield Superseded("Flerårsaftalens periode", before.replace("–", "-"), after)
        if old.last and old.last != now.last_year:
            until = "til og med {}".format
            yield Superseded("Flerårsaftalens sidste år", until(old.last), until(now.last_year))


def _agreed(agreement: MultiYearAgreement) -> str:
    return danish.years(agreement.from_year, agreement.to_year)


def _figures(plan: Plan) -> Iterator[Superseded]:
    """Figures that were corrected, and those of earlier years where the plan's year has a newer one."""
    known = Figure.objects.filter(district=plan.council.district_id, year__lte=plan.year).exclude(unit="")
    rows = list(known.order_by("table", "row", "unit", "-year"))
    for _, group in groupby(rows, key=lambda row: (row.table, row.row, row.unit)):
        newest, *earlier = group
        if newest.year == plan.year:
            yield from (Superseded(_titled(newest), amount(old), amount(newest)) for old in earlier)
    current = {row.pk: row for row in rows if row.year == plan.year}
    for record in Figure.history.filter(id__in=current).exclude(unit="").order_by("history_id"):
        now = current[record.id]
        before = f"{danish.number_text(record.value)} {record.unit}"
        yield Superseded(_titled(now), before, amount(now))


def _titled(figure: Figure) -> str:
    return f"{figure.table}, {figure.row}"


def _changed(model: Any, of_district: Mapping[str, object]) -> Iterator[tuple[Record, Any]]:
    """Every record of the history, with the row as it stands."""
    now = {row.pk: row for row in model._default_manager.filter(**of_district)}
    records: Iterable[Record] = model.history.filter(id__in=now).order_by("history_id")
    for record in records:
        record.last = getattr(record, "extended_to", None) or getattr(record, "to_year", None)
        yield record, now[record.id]
