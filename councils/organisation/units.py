"""The units of the district's police: which is under which, and those that were deleted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from councils.register.models import OrganisationUnit, PoliceDistrict
from samarbejde.histories import Record
from samarbejde.site.sheets import Sheet, Value

MOST_DELETED = 10
DEEPEST_SHOWN = 4  # deeper ones are indented no more


@dataclass(frozen=True)
class Placed:
    unit: OrganisationUnit
    above: OrganisationUnit | None
    depth: int
    is_first: bool
    is_last: bool

    @property
    def indent(self) -> int:
        return min(self.depth, DEEPEST_SHOWN)


def units(district: PoliceDistrict) -> list[Placed]:
    """Each before those under it. One query."""
    return list(_placed(district.units.all()))


def _placed(rows: Iterable[OrganisationUnit]) -> Iterator[Placed]:
    below: dict[int | None, list[OrganisationUnit]] = defaultdict(list)
    for unit in rows:
        below[unit.parent_id].append(unit)

    def under(above: OrganisationUnit | None, depth: int) -> Iterator[Placed]:
        found = below[above.pk if above else None]
        for number, unit in enumerate(found, start=1):
            yield Placed(unit, above, depth, number == 1, number == len(found))
            yield from under(unit, depth + 1)

    yield from under(None, 0)


def deleted_units(district: PoliceDistrict) -> list[Record]:
    """The latest, each with who deleted it and when; what is back is not among them."""
    gone = OrganisationUnit.history.filter(district=district.pk, history_type="-")
    found: dict[int, Record] = {}
    standing = set(district.units.values_list("pk", flat=True))
    for told in gone.select_related("history_user").order_by("-history_date", "-history_id"):
        if told.id not in standing:
            found.setdefault(told.id, told)
    return list(found.values())[:MOST_DELETED]


def as_sheet(district: PoliceDistrict, found: Iterable[Placed]) -> Sheet:
    rows: list[list[Value]] = [
        [row.unit.name, row.above.name if row.above else "", row.depth + 1] for row in found
    ]
    return Sheet(f"enheder-{district.slug}", "Politiets enheder", ["Enhed", "Hører under", "Niveau"], rows)
