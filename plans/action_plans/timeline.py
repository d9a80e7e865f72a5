"""A year's activities on a line of twelve months: one row each, a bar until its day, and a mark upon it."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plans.action_plans.freezing import PublishedActivity
from plans.action_plans.models import Activity

MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
MONTH, ROW = 48, 30  # how wide a month is, and how high a row
LEFT, TOP = 36, 30  # room for the numbers, and for the months' names
RIGHT = LEFT + 12 * MONTH


@dataclass(frozen=True)
class Month:
    x: int
    middle: float
    name: str


@dataclass(frozen=True)
class Bar:
    """`x` is its day's place, and none where it has no day."""

    number: int
    y: float
    x: float | None
    activity: Activity | PublishedActivity


@dataclass(frozen=True)
class Timeline:
    """`today` is its place in the year, and none in another year."""

    bottom: int
    today: float | None
    months: list[Month]
    bars: list[Bar]
    left: int = LEFT
    right: int = RIGHT
    top: int = TOP
    width: int = RIGHT + LEFT // 2
    names: int = TOP // 2  # where the months' names stand
    numbers: int = LEFT // 2
    beside: int = LEFT + 12  # where a row without a day says so

    @property
    def under(self) -> int:
        """Where the day of today is named."""
        return self.bottom + ROW // 3

    @property
    def height(self) -> int:
        return self.bottom + ROW * 2 // 3


def timeline(
    activities: Iterable[Activity | PublishedActivity], year: int, today: date | None = None
) -> Timeline:
    bars = [
        Bar(number, TOP + (number - 0.5) * ROW, place(one.due_on) if one.due_on else None, one)
        for number, one in enumerate(activities, 1)
    ]
    return Timeline(
        bottom=TOP + len(bars) * ROW,
        today=place(today) if today and today.year == year else None,
        months=[Month(LEFT + n * MONTH, LEFT + (n + 0.5) * MONTH, name) for n, name in enumerate(MONTHS)],
        bars=bars,
    )


def place(day: date) -> float:
    """How far from the left, each month as wide as another."""
    return round(LEFT + (day.month - 1 + day.day / monthrange(day.year, day.month)[1]) * MONTH, 1)
