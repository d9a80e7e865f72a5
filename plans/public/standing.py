"""Which plan is in force on a day. A plan is for a calendar year, whenever it was published."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Standing:
    """What a published plan is in this year, beside the district's other ones."""

    year: int
    this_year: int
    leading: int  # the year of the plan to read now
    next: int | None  # of the nearest one that is published ahead of its year
    earlier: int | None = None  # the year of the published plan before this one

    @classmethod
    def of(cls, year: int, years: Iterable[int], this_year: int) -> "Standing":
        """`years` have a published plan, `year` among them."""
        ahead = [other for other in years if other > this_year]
        earlier = max((other for other in years if other < year), default=None)
        return cls(year, this_year, leading(years, this_year), min(ahead, default=None), earlier)

    @property
    def is_in_force(self) -> bool:
        return self.year == self.this_year

    @property
    def is_ahead(self) -> bool:
        return self.year > self.this_year

    @property
    def is_replaced(self) -> bool:
        """Its year is over, and a plan of a later year, up to this one, is published."""
        return self.year < self.leading

    @property
    def has_plan_of_this_year(self) -> bool:
        return self.leading == self.this_year

    @property
    def before(self) -> int | None:
        """For a plan that waits for its year: the one to read until then."""
        return self.leading if self.is_ahead and self.leading <= self.this_year else None

    @property
    def after(self) -> int | None:
        """Beside the plan that leads: the one that waits for its year."""
        return self.next if self.next != self.leading else None


def leading(years: Iterable[int], this_year: int) -> int:
    """This year's plan; without one the newest of those before it, else the nearest ahead."""
    known = set(years)
    return max((year for year in known if year <= this_year), default=None) or min(known)
