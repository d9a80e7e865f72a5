"""The fora as a picture: kommuner on one side, parties on the other, a line for each that takes part."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

from councils.organisation.matrix import Column, Matrix

ROW = 36  # from one name of a column to the next
LEFT, FORUM_LEFT, FORUM_RIGHT, RIGHT, WIDTH = 150, 430, 690, 900, 1168
LONGEST = 30  # characters that a forum's box has room for, and the column of parties


@dataclass(frozen=True)
class Node:
    """A name at its height, in one of the three columns."""

    name: str
    y: float


@dataclass(frozen=True)
class Link:
    path: str
    is_left_out: bool = False


@dataclass(frozen=True)
class Network:
    width: int
    height: int
    municipalities: list[Node]
    forums: list[Node]
    parties: list[Node]
    links: list[Link]


def party_names(text: str) -> list[str]:
    """Of `Politi, sociale myndigheder og psykiatri`, or of one on each line; each with a capital."""
    parts = text.split("\n") if "\n" in text.strip() else re.split(r",| og ", text)
    return [name[:1].upper() + name[1:] for part in parts if (name := part.strip(" .;"))]


def network(found: Matrix) -> Network:
    columns = found.columns
    parties = sorted({name for column in columns for name in party_names(column.forum.parties)})
    rows = max(len(found.rows), len(columns), len(parties))
    places = _spread([row.municipality.name for row in found.rows], rows)
    forums = _spread([column.forum.short_name for column in columns], rows)
    bodies = _spread(parties, rows)
    links = [
        link
        for column, node in zip(columns, forums, strict=True)
        for link in _links(column, node, places, bodies)
    ]
    return Network(
        WIDTH,
        rows * ROW,
        places,
        _fitting(forums),
        _fitting(bodies),
        links,
    )


def _spread(names: Iterable[str], rows: int) -> list[Node]:
    """From top to bottom, with the same space between them."""
    listed = list(names)
    step = rows * ROW / max(1, len(listed))
    return [Node(name, round((number + 0.5) * step, 1)) for number, name in enumerate(listed)]


def _fitting(nodes: Iterable[Node]) -> list[Node]:
    return [Node(shorten(node.name, LONGEST, placeholder=" …"), node.y) for node in nodes]


def _links(column: Column, forum: Node, places: list[Node], parties: list[Node]) -> Iterable[Link]:
    for (_, cell), place in zip(column.cells, places, strict=True):
        if cell.told:
            yield Link(_curve(LEFT + 12, place.y, FORUM_LEFT, forum.y), not cell.takes_part)
    own = party_names(column.forum.parties)
    yield from (
        Link(_curve(FORUM_RIGHT, forum.y, RIGHT - 12, party.y)) for party in parties if party.name in own
    )


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (x + to_x) / 2
    return f"M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"
