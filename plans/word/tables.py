"""Tables, with their rows of headings said again on each page."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml.html import HtmlElement

from plans.word.elements import Element, element, paragraph

Change = Callable[[str], Element]
Reaching = dict[int, tuple[int, int]]  # column → rows that a cell still reaches down, columns that it takes
WIDTH = 9_070  # twentieths of a point between the margins of A4
LETTER = 110  # twentieths of a point that a letter takes
LEAST, LONGEST = 4, 40  # letters of a cell that its column is wide for
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_INSIDE = {"top": 50, "left": 100, "bottom": 20, "right": 100}  # from the line to the words
_LINE, _SHADE = "A6A6A6", "F2F2F2"


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
        element("tblBorders", *(element(side, val="single", sz=4, space=0, color=_LINE) for side in _SIDES)),
        element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in _INSIDE.items())),
        element("tblLook", val="0420", firstRow=1, noVBand=1),
    )
    columns = [element("gridCol", w=width) for width in grid.widths()]
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

    def widths(self) -> list[int]:
        """Of the columns: each has room for its longest word, and more of the rest the more it holds."""
        words, whole = [LEAST] * self.width, [LEAST] * self.width
        for row in self.rows:
            column = 0
            for place in row:
                if place.cell is not None and place.across == 1:
                    found = place.cell.text_content().split()
                    words[column] = max([words[column], *map(len, found)])
                    whole[column] = max(whole[column], min(len(" ".join(found)), LONGEST))
                column += place.across
        least = [LETTER * letters + _INSIDE["left"] + _INSIDE["right"] for letters in words]
        rest = WIDTH - sum(least)
        if rest <= 0:
            return [WIDTH * one // sum(least) for one in least]
        return [one + rest * letters // sum(whole) for one, letters in zip(least, whole, strict=True)]


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
    if place.cell is not None and place.cell.getparent().getparent().tag == "thead":
        properties.append(element("shd", val="clear", color="auto", fill=_SHADE))
    ends = not content or not content[-1].tag.endswith("}p")
    return element("tc", element("tcPr", *properties), *content, *([paragraph("Normal")] if ends else []))
