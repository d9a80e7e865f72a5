"""Tables, with their rows of headings said again on each page."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml.html import HtmlElement

from plans.word.elements import Element, element, paragraph

Change = Callable[[str], Element]
Reaching = dict[int, tuple[int, int]]  # column → rows that a cell still reaches down, columns that it takes
WIDTH = 9_070  # twentieths of a point between the margins of A4


@dataclass(frozen=True)
class Cell:
    content: list[Element]
    mark: str  # "ins" or "del" where all its words are


@dataclass(frozen=True)
class Row:
    cells: list[HtmlElement]
    is_head: bool


def cells_of(node: HtmlElement) -> list[Row]:
    rows = [
        Row([cell for cell in row if cell.tag in ("td", "th")], row.getparent().tag == "thead")
        for row in node.iter("tr")
    ]
    return [row for row in rows if row.cells]


def table(rows: list[Row], filled: Callable[[HtmlElement], Cell], change: Change) -> Element:
    grid = _Grid(rows)
    properties = element(
        "tblPr",
        element("tblStyle", val="TableGrid"),
        element("tblW", w=5_000, type="pct"),
        element("tblLook", val="0420", firstRow=1, noVBand=1),
    )
    columns = [element("gridCol", w=WIDTH // grid.width) for _ in range(grid.width)]
    made = [_row(row, places, filled, change) for row, places in zip(rows, grid.rows, strict=True)]
    return element("tbl", properties, element("tblGrid", *columns), *made)


@dataclass(frozen=True)
class _Place:
    """A cell, or what reaches down from one above where there is none."""

    cell: HtmlElement | None
    across: int
    reaches: bool = False  # down


class _Grid:
    def __init__(self, rows: list[Row]) -> None:
        self.rows: list[list[_Place]] = []
        reaching: Reaching = {}
        for row in rows:
            places, reaching = _placed(row, reaching)
            self.rows.append(places)
        self.width = max((sum(place.across for place in row) for row in self.rows), default=1)


def _placed(row: Row, above: Reaching) -> tuple[list[_Place], Reaching]:
    """The row's cells among those that reach down into it, and what reaches into the next."""
    places: list[_Place] = []
    below: Reaching = {}
    waiting = list(row.cells)
    column = 0
    while waiting or column in above:
        if column in above:
            left, across = above[column]
            places.append(_Place(None, across))
        else:
            cell = waiting.pop(0)
            left, across = int(cell.get("rowspan") or 1), int(cell.get("colspan") or 1)
            places.append(_Place(cell, across, left > 1))
        if left > 1:
            below[column] = left - 1, across
        column += across
    return places, below


def _row(row: Row, places: list[_Place], filled: Callable[[HtmlElement], Cell], change: Change) -> Element:
    contents = [Cell([], "") if place.cell is None else filled(place.cell) for place in places]
    marks = {cell.mark for cell in contents if cell.content}
    properties = [element("cantSplit"), *([element("tblHeader")] if row.is_head else [])]
    if len(marks) == 1 and (mark := marks.pop()):
        properties.append(change(mark))
    cells = [_cell(place, cell.content) for place, cell in zip(places, contents, strict=True)]
    return element("tr", element("trPr", *properties), *cells)


def _cell(place: _Place, content: list[Element]) -> Element:
    properties = [element("gridSpan", val=place.across)] if place.across > 1 else []
    if place.cell is None:
        properties.append(element("vMerge"))
    elif place.reaches:
        properties.append(element("vMerge", val="restart"))
    ends = not content or not content[-1].tag.endswith("}p")
    return element("tc", element("tcPr", *properties), *content, *([paragraph("Normal")] if ends else []))
