"""Tables: cells that span columns and rows, and rows that a tracked change took away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plans.importing.blocks import Block, Cell, Kind, LeftOut, Table
from plans.importing.word.elements import CELL, PARAGRAPH, ROW, TABLE, Element, W, switch, value, whole

_MOST_COLUMNS = 63  # that Word allows
Read = Callable[[Element], list[Block]]
Leave = Callable[[Kind, Element], list[LeftOut]]


@dataclass
class _OpenCell:
    blocks: list[Block]
    columns: int = 1
    rows: int = 1
    is_head: bool = False

    def end(self) -> Cell:
        return Cell(tuple(self.blocks), self.columns, self.rows, self.is_head)


def read_table(table: Element, place: str, read: Read, leave: Leave) -> list[Block]:
    """The table, and what was left out of it."""
    rows: list[list[_OpenCell]] = []
    left_out: list[LeftOut] = []
    above: dict[int, _OpenCell] = {}  # by column: what may go on in the next row
    for row in _own(table, ROW):
        if kind := _aside(row.find(f"{W}trPr")):
            left_out += leave(kind, row)
            continue
        cells, above = _cells(row, above, read, leave, left_out)
        rows.append(cells)
    return [Table(place, tuple(tuple(cell.end() for cell in row) for row in rows)), *left_out]


def _cells(
    row: Element, above: dict[int, _OpenCell], read: Read, leave: Leave, left_out: list[LeftOut]
) -> tuple[list[_OpenCell], dict[int, _OpenCell]]:
    properties = row.find(f"{W}trPr")
    at = whole(value(properties, f"{W}gridBefore"), 0, 0, _MOST_COLUMNS)
    is_head = switch(properties, "tblHeader")
    cells = [_OpenCell([], at)] if at else []
    goes_on: dict[int, _OpenCell] = {}
    for element in _own(row, CELL):
        look = element.find(f"{W}tcPr")
        if look is not None and look.find(f"{W}cellDel") is not None:
            left_out += leave(Kind.DELETED, element)
            continue
        width = whole(value(look, f"{W}gridSpan"), 1, 1, _MOST_COLUMNS)
        blocks, down, across = read(element), value(look, f"{W}vMerge"), value(look, f"{W}hMerge")
        if across not in (None, "restart") and cells:
            cells[-1].columns = min(cells[-1].columns + width, _MOST_COLUMNS)
            cells[-1].blocks += blocks
        elif down not in (None, "restart") and at in above:
            goes_on[at] = above[at]
            above[at].rows += 1
            above[at].blocks += blocks
        else:
            cells.append(_OpenCell(blocks, width, 1, is_head))
            if down is not None:
                goes_on[at] = cells[-1]
        at += width
    return cells, goes_on


def _aside(properties: Element | None) -> Kind | None:
    if properties is not None and properties.find(f"{W}del") is not None:
        return Kind.DELETED
    return Kind.HIDDEN if switch(properties, "hidden") else None


def _own(outer: Element, tag: str) -> Iterator[Element]:
    """The rows or cells that stand in no other, in a content control or not."""
    waiting = list(outer)[::-1]
    while waiting:
        element = waiting.pop()
        if element.tag == tag:
            yield element
        elif element.tag not in (PARAGRAPH, TABLE):
            waiting += list(element)[::-1]
