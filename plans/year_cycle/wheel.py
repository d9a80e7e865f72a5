"""The year as a wheel: twelve months, four quarters, and each entry by its number in the list beneath."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from plans.year_cycle.entries import Entry

MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
INNER, BETWEEN, OUTER = 70, 120, 164  # radii of the rings: quarters, then months
ROW, EACH = 30, 28  # between two rows of marks, and between two marks of a row
SECTOR = math.tau / 12


@dataclass(frozen=True)
class Sector:
    """A part of a ring with its name."""

    path: str
    x: float
    y: float
    name: str


@dataclass(frozen=True)
class Mark:
    number: int
    x: float
    y: float
    entry: Entry


@dataclass(frozen=True)
class Wheel:
    """`reach` is how far it goes from its middle to each side."""

    reach: int
    months: list[Sector]
    quarters: list[Sector]
    marks: list[Mark]


def wheel(entries: Iterable[Entry]) -> Wheel:
    numbered = list(enumerate(entries, 1))
    marks: list[Mark] = []
    furthest = OUTER
    for month in range(12):
        own = [(number, entry) for number, entry in numbered if entry.day.month == month + 1]
        row = 0
        while own:
            radius = OUTER + ROW * (row + 0.7)
            room = max(1, int(radius * SECTOR / EACH))
            marks += _in_row(own[:room], month, radius)
            own, row = own[room:], row + 1
            furthest = max(furthest, math.ceil(radius))
    return Wheel(
        reach=furthest + ROW,
        months=[_sector(n * SECTOR, SECTOR, BETWEEN, OUTER, name) for n, name in enumerate(MONTHS)],
        quarters=[_sector(n * 3 * SECTOR, 3 * SECTOR, INNER, BETWEEN, f"{n + 1}. kv.") for n in range(4)],
        marks=marks,
    )


def _in_row(entries: list[tuple[int, Entry]], month: int, radius: float) -> list[Mark]:
    """Side by side around the middle of their month."""
    step = EACH / radius
    first = (month + 0.5) * SECTOR - step * (len(entries) - 1) / 2
    return [
        Mark(number, *_at(first + place * step, radius), entry)
        for place, (number, entry) in enumerate(entries)
    ]


def _sector(start: float, wide: float, inner: float, outer: float, name: str) -> Sector:
    corners = [_at(start, inner), _at(start, outer), _at(start + wide, outer), _at(start + wide, inner)]
    (a, b), (c, d), (e, f), (g, h) = corners
    path = f"M{a} {b}L{c} {d}A{outer} {outer} 0 0 1 {e} {f}L{g} {h}A{inner} {inner} 0 0 0 {a} {b}Z"
    return Sector(path, *_at(start + wide / 2, (inner + outer) / 2), name)


def _at(angle: float, radius: float) -> tuple[float, float]:
    """Clockwise from the top, as a clock."""
    return round(radius * math.sin(angle), 1), round(-radius * math.cos(angle), 1)
