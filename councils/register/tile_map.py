"""The map of tiles: each kommune in a cell near where it lies, with no geometry and no third party."""

import csv
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from councils.register.districts import Municipality, PoliceDistrict

WIDE, HIGH = 104, 76  # of a tile that holds its kommune's name
SIDE = 40  # of one on the map of Denmark
GAP, EDGE, LINE = 4, 3, 20

Cell = tuple[int, int]  # column and row, from the north-west corner of Denmark
Point = tuple[int, int]  # across and down, in the picture's units


@dataclass(frozen=True)
class Said:
    """What a tile tells beside its kommune's name: in words, and as a `kind` that is one of its colours."""

    words: str = ""
    kind: str = "plain"


@dataclass(frozen=True)
class Tile:
    name: str
    lines: list[str]  # the name, broken to fit
    x: int
    y: int
    address: str
    said: Said

    @property
    def middle(self) -> int:
        return self.x + WIDE // 2

    @property
    def first_line(self) -> int:
        """The height of it at which all lines stand around the middle of the tile."""
        lines = len(self.lines) + bool(self.said.words)
        return self.y + HIGH // 2 - (lines - 1) * LINE // 2


@dataclass(frozen=True)
class Area:
    """A police district on the map of Denmark."""

    district: PoliceDistrict
    number: int
    address: str
    kind: str  # one of the tiles' colours
    corners: list[Point]  # of its tiles
    border: str  # an SVG path
    middle: Point


@dataclass(frozen=True)
class TileMap:
    tile: Point  # how wide and how high
    width: int
    height: int
    parts: list[Tile] | list[Area]


def kommune_map(
    places: Iterable[Municipality],
    address: Callable[[Municipality], str],
    say: Callable[[Municipality], Said] = lambda place: Said(),
) -> TileMap | None:
    """The tiles of a district, each a link. None where no kommune has a place on the map."""
    placed = {place: _cells()[place.code] for place in places if place.code in _cells()}
    if not placed:
        return None
    left, top = (min(cell[axis] for cell in placed.values()) for axis in (0, 1))
    tiles = [
        Tile(
            name=place.name,
            lines=_lines(place),
            x=(column - left) * (WIDE + GAP) + EDGE,
            y=(row - top) * (HIGH + GAP) + EDGE,
            address=address(place),
            said=say(place),
        )
        for place, (column, row) in placed.items()
    ]
    width = max(tile.x for tile in tiles) + WIDE + EDGE
    height = max(tile.y for tile in tiles) + HIGH + EDGE
    return TileMap((WIDE, HIGH), width, height, tiles)


def district_map(
    districts: Iterable[PoliceDistrict],
    address: Callable[[PoliceDistrict], str],
    kind: Callable[[PoliceDistrict], str],
) -> TileMap | None:
    """Denmark by police district, numbered in the order given; their municipalities are best prefetched."""
    areas = []
    for number, district in enumerate(districts, 1):
        cells = [_cells()[place.code] for place in district.municipalities.all() if place.code in _cells()]
        if cells:
            border, middle = _border(set(cells)), _middle(cells)
            corners = [_corner(cell) for cell in cells]
            areas.append(Area(district, number, address(district), kind(district), corners, border, middle))
    if not areas:
        return None
    furthest = [max(corner[axis] for area in areas for corner in area.corners) for axis in (0, 1)]
    width, height = (side + SIDE + EDGE for side in furthest)
    return TileMap((SIDE, SIDE), width, height, areas)


def _middle(cells: list[Cell]) -> Point:
    """Of the cell that lies nearest to the middle of them all."""
    centre = [sum(cell[axis] for cell in cells) / len(cells) for axis in (0, 1)]
    x, y = _corner(min(cells, key=lambda cell: math.dist(cell, centre)))
    return x + SIDE // 2, y + SIDE // 2


def _border(cells: set[Cell]) -> str:
    """The sides at which no other cell of these lies."""
    sides = []
    for column, row in sorted(cells):
        x, y = _corner((column, row))
        around = {
            (column, row - 1): f"M{x} {y}h{SIDE}",
            (column, row + 1): f"M{x} {y + SIDE}h{SIDE}",
            (column - 1, row): f"M{x} {y}v{SIDE}",
            (column + 1, row): f"M{x + SIDE} {y}v{SIDE}",
        }
        sides += [side for cell, side in around.items() if cell not in cells]
    return "".join(sides)


def _corner(cell: Cell) -> Point:
    return cell[0] * SIDE + EDGE, cell[1] * SIDE + EDGE


def _lines(place: Municipality) -> list[str]:
    """As the file breaks it, unless the kommune has got another name since."""
    lines = _labels()[place.code].split("|")
    return lines if "".join(lines).replace("-", "") == place.name.replace("-", "") else [place.name]


@cache
def _cells() -> dict[str, Cell]:
    return {row["code"]: (int(row["column"]), int(row["row"])) for row in _rows()}


@cache
def _labels() -> dict[str, str]:
    return {row["code"]: row["label"] for row in _rows()}


@cache
def _rows() -> list[dict[str, str]]:
    with Path(settings.BASE_DIR, "fixtures", "tiles.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
