"""Tables by the lines that are drawn around their cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plans.importing.pdf.characters import Box

NEAR = 3.0  # points
MOST_RULES, MOST_COLUMNS, MOST_ROWS = 4_000, 40, 300


@dataclass(frozen=True)
class GridCell:
    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True)
class Grid:
    box: Box
    cells: tuple[GridCell, ...]


def grids_of(rules: list[Box]) -> list[Grid]:
    """The smallest first: one may stand in a cell of another."""
    if len(rules) > MOST_RULES:
        return []
    grids = [grid for group in _touching(_sewn(rules)) if (grid := _grid(group))]
    return sorted(grids, key=lambda grid: (grid.box[2] - grid.box[0]) * (grid.box[3] - grid.box[1]))


def _is_level(rule: Box) -> bool:
    return rule[2] - rule[0] >= rule[3] - rule[1]


def _sewn(rules: Iterable[Box]) -> list[Box]:
    """Pieces of one line made one."""
    found: list[Box] = []
    for level in (True, False):
        along, across = (0, 1) if level else (1, 0)
        ones = [rule for rule in rules if _is_level(rule) == level]
        ones.sort(key=lambda rule: (round((rule[across] + rule[across + 2]) / 2 / NEAR), rule[along]))
        for rule in ones:
            last = found[-1] if found and _is_level(found[-1]) == level else None
            if last and abs(rule[across] - last[across]) < NEAR and rule[along] <= last[along + 2] + NEAR:
                merged = list(last)
                merged[along + 2] = max(last[along + 2], rule[along + 2])
                found[-1] = (merged[0], merged[1], merged[2], merged[3])
            else:
                found.append(rule)
    return found


def _touching(rules: list[Box]) -> list[list[Box]]:
    """Groups of lines that cross or meet each other."""
    level = [rule for rule in rules if _is_level(rule)]
    upright = [rule for rule in rules if not _is_level(rule)]
    of: dict[int, int] = {at: at for at in range(len(rules))}

    def top(at: int) -> int:
        while of[at] != at:
            of[at] = of[of[at]]
            at = of[at]
        return at

    for one, first in enumerate(level):
        for other, second in enumerate(upright, start=len(level)):
            if _meet(first, second):
                of[top(one)] = top(other)
    groups: dict[int, list[Box]] = {}
    for at, rule in enumerate([*level, *upright]):
        groups.setdefault(top(at), []).append(rule)
    return list(groups.values())


def _meet(one: Box, other: Box) -> bool:
    level = one[0] - NEAR <= other[2] and other[0] - NEAR <= one[2]
    return level and one[1] - NEAR <= other[3] and other[1] - NEAR <= one[3]


def _grid(rules: list[Box]) -> Grid | None:
    level = [rule for rule in rules if _is_level(rule)]
    upright = [rule for rule in rules if not _is_level(rule)]
    if not level or not upright:
        return None
    ends = [at for rule in level for at in (rule[0], rule[2])]
    feet = [at for rule in upright for at in (rule[1], rule[3])]
    across = _places([*(rule[0] for rule in upright), min(ends), max(ends)])
    down = _places([*(rule[1] for rule in level), min(feet), max(feet)])[::-1]
    columns, rows = len(across) - 1, len(down) - 1
    if not (2 <= columns <= MOST_COLUMNS and 1 <= rows <= MOST_ROWS):
        return None
    return Grid((across[0], down[-1], across[-1], down[0]), tuple(_cells(across, down, level, upright)))


def _places(ats: Iterable[float]) -> list[float]:
    """Sorted; those that nearly are the same made one."""
    found: list[float] = []
    for at in sorted(ats):
        if not found or at - found[-1] > NEAR:
            found.append(at)
    return found


def _cells(across: list[float], down: list[float], level: list[Box], upright: list[Box]) -> list[GridCell]:
    found: list[GridCell] = []
    taken: set[tuple[int, int]] = set()

    def wall(row: int, column: int) -> bool:
        """Between it and the one at its right."""
        middle, at = (down[row] + down[row + 1]) / 2, across[column + 1]
        return any(abs(rule[0] - at) <= NEAR and rule[1] <= middle <= rule[3] for rule in upright)

    def floor(row: int, column: int) -> bool:
        middle, at = (across[column] + across[column + 1]) / 2, down[row + 1]
        return any(abs(rule[1] - at) <= NEAR and rule[0] <= middle <= rule[2] for rule in level)

    for row in range(len(down) - 1):
        for column in range(len(across) - 1):
            if (row, column) in taken:
                continue
            right, low = column, row
            while right + 2 < len(across) and not wall(row, right) and (row, right + 1) not in taken:
                right += 1
            while low + 2 < len(down) and not any(floor(low, at) for at in range(column, right + 1)):
                low += 1
            taken |= {(r, c) for r in range(row, low + 1) for c in range(column, right + 1)}
            box = (across[column], down[low + 1], across[right + 1], down[row])
            found.append(GridCell(row, column, low - row + 1, right - column + 1, box))
    return found
