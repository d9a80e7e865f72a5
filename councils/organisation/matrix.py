"""Which kommuner take part in which fora: kommune by forum."""

from dataclasses import dataclass

from councils.register.models import Forum, ForumParticipation, Municipality, PoliceDistrict
from samarbejde.site.sheets import Sheet, Value


@dataclass(frozen=True)
class Cell:
    """One kommune in one forum; `told` is None where nobody has said whether it takes part."""

    forum: Forum
    told: ForumParticipation | None

    @property
    def takes_part(self) -> bool:
        return self.told is not None and self.told.takes_part

    @property
    def words(self) -> str:
        """`ja`, `nej`, or empty where it is not said."""
        if self.told is None:
            return ""
        return "ja" if self.told.takes_part else "nej"

    @property
    def reason(self) -> str:
        return self.told.reason if self.told and not self.told.takes_part else ""


@dataclass(frozen=True)
class Row:
    municipality: Municipality
    cells: list[Cell]


@dataclass(frozen=True)
class Column:
    """One forum with what the kommuner say of it."""

    forum: Forum
    cells: list[tuple[Municipality, Cell]]

    @property
    def taking_part(self) -> list[Municipality]:
        return [place for place, cell in self.cells if cell.takes_part]

    @property
    def left_out(self) -> list[tuple[Municipality, Cell]]:
        return [(place, cell) for place, cell in self.cells if cell.told and not cell.takes_part]

    @property
    def unsaid(self) -> list[Municipality]:
        return [place for place, cell in self.cells if cell.told is None]

    @property
    def is_everybody(self) -> bool:
        return bool(self.cells) and len(self.taking_part) == len(self.cells)


@dataclass(frozen=True)
class Matrix:
    forums: list[Forum]
    rows: list[Row]

    @property
    def columns(self) -> list[Column]:
        return [
            Column(forum, [(row.municipality, row.cells[number]) for row in self.rows])
            for number, forum in enumerate(self.forums)
        ]


def matrix(district: PoliceDistrict) -> Matrix:
    """Three queries, however many fora and kommuner."""
    forums = list(Forum.objects.filter(district=district).prefetch_related("participations"))
    places = list(district.municipalities.all())
    told = {
        (one.forum_id, one.municipality_id): one for forum in forums for one in forum.participations.all()
    }
    return Matrix(
        forums,
        [Row(place, [Cell(forum, told.get((forum.pk, place.pk))) for forum in forums]) for place in places],
    )


def as_sheet(district: PoliceDistrict, found: Matrix) -> Sheet:
    """As the page has it: a kommune in a row, a forum in a column."""
    rows: list[list[Value]] = []
    for row in found.rows:
        said = [f"{cell.words}: {cell.reason}" if cell.reason else cell.words for cell in row.cells]
        rows.append([row.municipality.name, *said])
    headings = ["Kommune", *(forum.short_name for forum in found.forums)]
    return Sheet(f"fora-{district.slug}", "Samarbejdsfora", headings, rows)
