"""The places of a table's cells: every row as wide as the widest, as the PDF standards demand."""

from collections.abc import Iterable

from samarbejde.transitions import Refused

WIDEST = 20  # columns that one cell may span
MOST_COLUMNS = 30


class Grid:
    """Which columns of which rows are taken, while cells are put in reading order."""

    def __init__(self, rows: int) -> None:
        self.taken: list[set[int]] = [set() for _ in range(rows)]

    @property
    def width(self) -> int:
        return max((len(columns) for columns in self.taken), default=0)

    def put(self, wanted: dict[str, str], row: int) -> dict[str, str]:
        """Find a cell its place, and cut the spans it asks for to what there is room for."""
        column = next(n for n in range(MOST_COLUMNS + 1) if n not in self.taken[row])
        down = min(_span(wanted, "rowspan"), len(self.taken) - row)
        across = _free(self.taken[row], column, _span(wanted, "colspan"))
        if column + across > MOST_COLUMNS:
            raise Refused(f"En tabel kan højst have {MOST_COLUMNS} kolonner. Del den i flere tabeller.")
        for below in range(row, row + down):
            self.taken[below].update(range(column, column + across))
        spans = {"colspan": across, "rowspan": down}
        return {name: str(span) for name, span in spans.items() if span > 1}


def _free(taken: Iterable[int], column: int, wanted: int) -> int:
    occupied = [n for n in taken if n > column]
    return min(wanted, min(occupied, default=column + wanted) - column)


def _span(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1").strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1
    return number if 1 <= number <= WIDEST else 1
