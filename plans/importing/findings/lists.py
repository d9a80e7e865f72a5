"""Each kommune's list, however it is written: items below its name, or rows of a table."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from plans.importing.blocks import BREAK, Block, Holds, Item, Table, Words, flowing, grid
from plans.importing.blocks.blocks import Cell
from plans.importing.findings.headings import is_above_list
from plans.importing.findings.offices import is_office
from plans.importing.findings.places import Places

LONGEST, MOST_ITEMS = 200, 20
_LABEL = re.compile(r"\A(?:prioritet\s+)?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4})[.):]\s+(?=\S)", re.IGNORECASE)
_OF_PRIORITIES = re.compile(r"priorite|indsats|fokus", re.IGNORECASE)


@dataclass(frozen=True)
class FoundList:
    titles: list[str]
    places: list[int]  # of the blocks that it stands in, its name's too


def lists_in(blocks: Sequence[Block], places: Places, *, is_about_priorities: bool) -> dict[str, FoundList]:
    """Kommune → its list, the first of each. A table is one only where the text speaks of priorities."""
    found: dict[str, FoundList] = {}
    about = is_about_priorities
    for place, block in enumerate(blocks):
        about = about or (isinstance(block, Words) and bool(_OF_PRIORITIES.search(block.words)))
        above = _named(blocks[place - 1], places) if place else None
        if isinstance(block, Table):
            if block.holds:
                about = block.holds is Holds.PRIORITIES
            found |= _of_table(block, place, above, places, known=found) if about else {}
            continue
        name = _named(block, places)
        if name and is_above_list(blocks, place, places):
            items = _items(blocks, place + 1)
            titles = [title_of(block.words) for block in _texts(blocks, items)]
            found.setdefault(name, FoundList(titles, [place, *items]))
    return {name: one for name, one in found.items() if 0 < len(one.titles) <= MOST_ITEMS}


def title_of(words: str) -> str:
    return words.rstrip(". ")


def _named(block: Block, places: Places) -> str | None:
    return places.municipality_named(block.words) if isinstance(block, Words) else None


def _items(blocks: Sequence[Block], begin: int) -> list[int]:
    """The places of the list's items; an item too long for a title ends the list."""
    end = begin
    while end < len(blocks) and _is_item(blocks[end]):
        end += 1
    return list(range(begin, end))


def _is_item(block: Block) -> bool:
    return isinstance(block, Item) and len(title_of(block.words)) <= LONGEST


def _texts(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[Words]:
    yield from (block for place in places if isinstance(block := blocks[place], Words))


def _of_table(
    table: Table, place: int, above: str | None, places: Places, known: Collection[str]
) -> dict[str, FoundList]:
    """A kommune's name in the first cell of a row, or right above the table; `known` have theirs already."""
    titles: dict[str, list[str]] = {}
    taken: set[int] = set()
    name = above
    for row in grid(table):
        first, *rest = dict.fromkeys(row)  # a cell that covers several columns once
        words = _words(first)
        named = places.municipality_named(words)
        name = named or (above if words else name)  # an empty cell goes on with the name above it
        for cell in rest if named else row:
            if name and id(cell) not in taken:
                taken.add(id(cell))
                titles.setdefault(name, []).extend(_titles(cell))
    of_table = [place] if len(titles) != 1 or not above else [place - 1, place]
    return {name: FoundList(own, of_table) for name, own in titles.items() if name not in known}


def _titles(cell: Cell) -> Iterator[str]:
    """What stands in a cell, a line or an item each; no mere number, and no office."""
    for block in cell.blocks:
        for line in flowing(block.text).split(BREAK) if isinstance(block, Words) else ():
            title = title_of(_LABEL.sub("", " ".join(line.split()), count=1))
            is_words = sum(map(str.isalpha, title)) > len(title) / 2
            if is_words and len(title) <= LONGEST and not is_office(title):
                yield title


def _words(cell: Cell) -> str:
    return " ".join(block.words for block in cell.blocks if isinstance(block, Words))
