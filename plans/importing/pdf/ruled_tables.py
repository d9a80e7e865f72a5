"""The lines of a page, those in a drawn grid gathered in its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plans.importing.pdf.characters import Box
from plans.importing.pdf.grids import Grid, GridCell, grids_of
from plans.importing.pdf.lines import Line

FEWEST_CELLS = 2  # with text: else it is a frame, or a diagram


@dataclass(frozen=True)
class Ruled:
    rows: list[list[tuple[GridCell, list[Line]]]]


def ruled_tables(lines: list[Line], rules: list[Box]) -> Iterator[Line | Ruled]:
    """Each table where its first line stands."""
    inside: dict[Line, Ruled] = {}
    for grid in grids_of(rules):
        table, taken = _filled(grid, [line for line in lines if line not in inside])
        if table:
            inside |= dict.fromkeys(taken, table)
    given: set[int] = set()
    for line in lines:
        table = inside.get(line)
        if table is None:
            yield line
        elif id(table) not in given:
            given.add(id(table))
            yield table


def _filled(grid: Grid, lines: list[Line]) -> tuple[Ruled | None, list[Line]]:
    of: dict[GridCell, list[Line]] = {cell: [] for cell in grid.cells}
    taken: list[Line] = []
    for line in lines:
        if not line.turned and _is_in(grid.box, line):
            cell = next((cell for cell in grid.cells if _is_in(cell.box, line)), None)
            if cell:
                of[cell].append(line)
                taken.append(line)
    if sum(map(bool, of.values())) < FEWEST_CELLS:
        return None, []
    rows: dict[int, list[tuple[GridCell, list[Line]]]] = {}
    for cell, found in of.items():
        rows.setdefault(cell.row, []).append((cell, found))
    return Ruled([rows[at] for at in sorted(rows)]), taken


def _is_in(box: Box, line: Line) -> bool:
    """By its beginning: a line may run a little over its cell."""
    left = line.left + min(2.0, (line.right - line.left) / 2)
    return box[0] <= left <= box[2] and box[1] <= line.middle <= box[3]
