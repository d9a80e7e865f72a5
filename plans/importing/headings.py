"""Which lines are headings, where the document does not mark them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plans.importing.blocks import (
    BULLET,
    CONTENTS,
    HEADING,
    NUMBERED,
    PARAGRAPH,
    Block,
    names_contents,
)
from plans.importing.contents import ALIKE, Entry, alike, entry_in, first_letters, without_number
from plans.importing.offices import is_office
from plans.importing.places import Places

LONGEST = 150
LONGEST_HEADING = 300
_SHAPE = re.compile(r"(?:del\s+(?:\d+|[ivx]+)\b.*|forord|bilag\b.*|\d+(?:\.\d+)+\.?\s+\S.*)", re.IGNORECASE)
_TITLE = re.compile(r"samarbejdsplan|politikreds|\bpoliti$|^kredsrådet i ", re.IGNORECASE)
_SECTION = re.compile(r"(?:del\s+\d|forord|bilag|\d+(?:\.\d+)*\.?\s)", re.IGNORECASE)


def without_contents(blocks: Sequence[Block]) -> tuple[list[Block], list[Entry]]:
    """The blocks without the list of contents and its own heading, and the list's entries."""
    entries = [
        entry for block in blocks if block.kind == CONTENTS if (entry := entry_in(block.text, loose=True))
    ]
    kept = [block for block in blocks if block.kind != CONTENTS and not (entries and names_contents(block))]
    return kept, entries


def with_headings(blocks: Sequence[Block], contents: Sequence[Entry], places: Places) -> list[Block]:
    """Headings by their shape or bold letters, where the document does not mark them.

    Where it marks some, bold lines alone can be others, below them. Never a kommune above its list.
    """
    lowest = max((block.level for block in blocks if block.kind == HEADING), default=0)
    blocks = [_promoted(blocks, place, contents, places, lowest) for place in range(len(blocks))]
    return [
        replace(block, kind=PARAGRAPH)
        if block.kind == HEADING
        and (len(block.words) > LONGEST_HEADING or is_above_list(blocks, place, places))
        else block
        for place, block in enumerate(blocks)
    ]


def is_above_list(blocks: Sequence[Block], place: int, places: Places) -> bool:
    """A kommune's name with a list below it."""
    following = blocks[place + 1].kind if place + 1 < len(blocks) else ""
    return following in (NUMBERED, BULLET) and places.municipality_named(blocks[place].words) is not None


def _promoted(
    blocks: Sequence[Block], place: int, contents: Sequence[Entry], places: Places, lowest: int
) -> Block:
    """`lowest` is the level of the lowest heading that the document marks, 0 for none."""
    block = blocks[place]
    text = f"{block.number}. {block.words}" if block.kind == NUMBERED else block.words
    if (
        block.kind not in (PARAGRAPH, NUMBERED)
        or (lowest and not block.bold)
        or len(text) > LONGEST
        or text.endswith((".", ",", ";", ":", "?"))
    ):
        return block
    title = without_number(text)
    listed = any(
        first_letters(entry.bare) == first_letters(title) and alike(entry.bare, title) >= ALIKE
        for entry in contents
    )
    alone = block.kind == NUMBERED and _stands_alone(blocks, place, places)
    capitals = block.kind == PARAGRAPH and text.isupper() and sum(map(str.isalpha, text)) > 3
    looks = not lowest and (capitals or _is_bold_alone(blocks, place))
    if not (listed or alone or looks or _SHAPE.fullmatch(text)):
        return block
    return Block(HEADING, text, level=min(lowest + _level(text, capitals), 6))


def _is_bold_alone(blocks: Sequence[Block], place: int) -> bool:
    """A bold line above text that is not; but no name above its office."""
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    is_bold = blocks[place].bold and blocks[place].kind == PARAGRAPH
    return is_bold and after is not None and not after.bold and not is_office(after.words)


def _stands_alone(blocks: Sequence[Block], place: int, places: Places) -> bool:
    """A numbered line that is no list: no item before or after it, and no kommune or "følgende:" above it."""
    beside = [blocks[near].kind for near in (place - 1, place + 1) if 0 <= near < len(blocks)]
    above = blocks[place - 1].words if place else ""
    return NUMBERED not in beside and not above.endswith(":") and places.municipality_named(above) is None


def _level(text: str, capitals: bool) -> int:
    if number := re.match(r"\d+(?:\.\d+)*", text):
        return 1 + number[0].count(".")
    return 1 if capitals or _SHAPE.fullmatch(text) else 2


def split_front_page(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """What stands before the first section (title, subtitle), and the rest."""
    for place, block in enumerate(blocks):
        if block.kind == HEADING and not _is_title(blocks, place):
            return list(blocks[:place]), list(blocks[place:])
    return list(blocks), []


def _is_title(blocks: Sequence[Block], place: int) -> bool:
    text = blocks[place].words
    if _SECTION.match(text) or not _TITLE.search(text):
        return False
    empty = place + 1 == len(blocks) or blocks[place + 1].kind == HEADING
    return empty or bool(re.search(r"samarbejdsplan\D{0,40}20\d\d", text, re.IGNORECASE))
