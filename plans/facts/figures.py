"""A district's figures side by side: what each was year by year, and whether a table adds up. Reads only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import QuerySet

from councils.models import Figure, PoliceDistrict
from samarbejde.danish import number_text

TOTALS = ("i alt", "alle", "sum", "total", "samlet")  # what a row is called that adds up the others
MOST_BARS, BAR_STEP, BAR_ROOM = 12, 16, 36  # how many, from one to the next, and how high at most
Key = tuple[str, str, str]  # table, row and unit: what one figure is, whichever the year


@dataclass(frozen=True)
class Bar:
    year: int
    said: str
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Series:
    """One figure over the years, the newest first."""

    key: Key
    years: list[Figure]

    @property
    def newest(self) -> Figure:
        return self.years[0]

    def of(self, year: int) -> Figure | None:
        return next((one for one in self.years if one.year == year), None)

    def before(self, year: int) -> Figure | None:
        return next((one for one in self.years if one.year < year), None)

    @property
    def bars(self) -> list[Bar]:
        """Columns of its latest years, the oldest first; none where there is nothing to compare."""
        years = self.years[:MOST_BARS][::-1]
        values = [float(one.value) for one in years]
        if len(years) < 2 or min(values) < 0:
            return []
        top = max(values) or 1
        heights = [max(1, round(value / top * BAR_ROOM)) for value in values]
        return [
            Bar(one.year, number_text(one.value), place * BAR_STEP, BAR_ROOM - height, height)
            for place, (one, height) in enumerate(zip(years, heights, strict=True))
        ]

    @property
    def bars_width(self) -> int:
        return len(self.bars) * BAR_STEP


def key_of(figure: Figure) -> Key:
    return figure.table, figure.row, figure.unit


def all_figures(district: PoliceDistrict) -> QuerySet[Figure]:
    """Table by table and row by row, the newest year of each first."""
    return district.figures.order_by("table", "position", "row", "unit", "-year", "pk")


def series(figures: Iterable[Figure]) -> list[Series]:
    """Of figures in the order of `all_figures`; a row whose place was moved between two years stays one."""
    found: dict[Key, list[Figure]] = {}
    for figure in figures:
        found.setdefault(key_of(figure), []).append(figure)
    return [Series(key, sorted(own, key=lambda one: -one.year)) for key, own in found.items()]


def wrong_sums(figures: Iterable[Figure]) -> list[str]:
    """What does not add up, in words: of each table, year and unit that has a row for them all."""
    ordered = sorted(figures, key=_group)
    found = (_wrong_sum(list(own)) for _, own in groupby(ordered, key=_group))
    return [words for words in found if words]


def sums_made_wrong(standing: Iterable[Figure], answers: Iterable[Mapping[str, object]]) -> list[str]:
    """What would not add up once these answers are taken, of all that adds up or not there yet."""
    before = list(standing)
    after = {(*key_of(one), one.year): one for one in before}
    for told in answers:
        figure = Figure(**told)
        after[*key_of(figure), figure.year] = figure
    known = set(wrong_sums(before))
    return [words for words in wrong_sums(after.values()) if words not in known]


def _group(figure: Figure) -> tuple[str, int, str]:
    return figure.table, figure.year, figure.unit


def _wrong_sum(figures: Sequence[Figure]) -> str:
    totals = [one for one in figures if one.row.strip().lower() in TOTALS]
    parts = [one.value for one in figures if one not in totals]
    if len(totals) != 1 or len(parts) < 2 or "%" in totals[0].unit:
        return ""
    told, counted = totals[0].value, sum(parts, Decimal())
    if told == counted:
        return ""
    one = totals[0]
    return (
        f"{one.table}, {one.year}: »{one.row}« er {number_text(told)}, men rækkerne giver "
        f"{number_text(counted)}."
    )
