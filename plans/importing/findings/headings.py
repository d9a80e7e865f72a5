"""Which blocks are headings, where the document does not mark them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plans.importing.blocks import Block, Heading, Item, Paragraph, Run, Words
from plans.importing.blocks.contents import Entry, without_number
from plans.importing.findings.front_page import is_title
from plans.importing.findings.offices import is_office
from plans.importing.findings.places import Places
from plans.importing.findings.typed_lists import without_first
from plans.importing.likeness import ALIKE, alike, first_letters

LONGEST = 150
LONGEST_HEADING = 300
_NUMBERED = re.compile(r"\s*(\d{1,2})[.)]\s+(?=\S)")
_DOTTED = re.compile(r"\d+(?:\.\d+)*\.?\s")
_SHAPE = re.compile(r"(?:del\s+(?:\d+|[ivx]+)\b.*|forord|bilag\b.*|\d+(?:\.\d+)+\.?\s+\S.*)", re.IGNORECASE)


def with_headings(blocks: Sequence[Block], contents: Sequence[Entry], places: Places) -> list[Block]:
    """Headings by their shape or bold letters, where the document does not mark them.

    Where it marks some, bold lines alone can be others, below them. Never a kommune above its list.
    """
    blocks = _with_bold_lists(blocks)
    marked = (block for place, block in enumerate(blocks) if not is_title(blocks, place))
    lowest = max((block.level for block in marked if isinstance(block, Heading) and block.sure), default=0)
    found = [_promoted(blocks, place, contents, places, lowest) for place in range(len(blocks))]
    return [
        Paragraph(block.place, block.runs)
        if isinstance(block, Heading)
        and not block.is_settled
        and (len(block.words) > LONGEST_HEADING or is_above_list(found, place, places))
        else block
        for place, block in enumerate(found)
    ]


def _with_bold_lists(blocks: Sequence[Block]) -> list[Block]:
    """Bold lines that are numbered one after the other, with nothing between them, are a list."""
    numbers = [_lone_number(block) for block in blocks]
    return [
        _item(block, number)
        if isinstance(block, Heading) and number and _is_in_a_row(numbers, place)
        else block
        for place, (block, number) in enumerate(zip(blocks, numbers, strict=True))
    ]


def _lone_number(block: Block) -> int | None:
    """`2` of an item, or of a line that only looks like a heading: "2. Hegn ved skolen"."""
    if isinstance(block, Item) and block.bold:
        return block.number or None
    if not isinstance(block, Heading) or block.sure:
        return None
    match = _NUMBERED.match(block.text)
    return int(match[1]) if match else None


def _is_in_a_row(numbers: Sequence[int | None], place: int) -> bool:
    number = numbers[place] or 0
    before = numbers[place - 1] if place else None
    after = numbers[place + 1] if place + 1 < len(numbers) else None
    return before == number - 1 or after == number + 1


def _item(heading: Heading, number: int) -> Item:
    label = _NUMBERED.match(heading.text)
    runs = without_first(heading.runs, label.end() if label else 0)
    return Item(heading.place, runs, 0, "decimal", number, f"{number}.", is_typed=True)


def is_above_list(blocks: Sequence[Block], place: int, places: Places) -> bool:
    """A kommune's name with a list below it."""
    block, following = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    return (
        isinstance(following, Item)
        and isinstance(block, Words)
        and places.municipality_named(block.words) is not None
    )


def _promoted(
    blocks: Sequence[Block], place: int, contents: Sequence[Entry], places: Places, lowest: int
) -> Block:
    """`lowest` is the level of the lowest heading that the document marks, 0 for none."""
    block = blocks[place]
    if isinstance(block, Words) and block.is_settled:
        return block
    if isinstance(block, Heading) and not block.sure and (dotted := _DOTTED.match(block.words)):
        return replace(block, level=min(lowest + 1 + dotted[0].rstrip(". ").count("."), 6))
    if not isinstance(block, Paragraph | Item) or (isinstance(block, Item) and not block.numbering):
        return block
    number = f"{block.number}. " if isinstance(block, Item) else ""
    text = f"{number}{block.words}"
    if (lowest and not block.bold) or len(text) > LONGEST or text.endswith((".", ",", ";", ":", "?")):
        return block
    title = without_number(text)
    listed = any(
        first_letters(entry.bare) == first_letters(title) and alike(entry.bare, title) >= ALIKE
        for entry in contents
    )
    alone = isinstance(block, Item) and (
        _stands_alone(blocks, place, places) or _has_sections(blocks, place, block.number)
    )
    capitals = isinstance(block, Paragraph) and text.isupper() and sum(map(str.isalpha, text)) > 3
    looks = not lowest and (capitals or _is_bold_alone(blocks, place))
    if not (listed or alone or looks or _SHAPE.fullmatch(text)):
        return block
    runs = (Run(number), *block.runs) if number else block.runs
    plain = tuple(replace(run, bold=False) for run in runs)
    return Heading(block.place, plain, min(lowest + _level(text, capitals), 6), sure=False)


def _is_bold_alone(blocks: Sequence[Block], place: int) -> bool:
    """A bold line above text that is not; but no name above its office."""
    block, after = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not block.bold or after is None:
        return False
    if not isinstance(after, Words) or isinstance(after, Heading):
        return True
    return not after.bold and not is_office(after.words)


def _stands_alone(blocks: Sequence[Block], place: int, places: Places) -> bool:
    """A numbered line that is no list: no item before or after it, and no kommune or "følgende:" above it."""
    beside = [blocks[near] for near in (place - 1, place + 1) if 0 <= near < len(blocks)]
    above = blocks[place - 1] if place else None
    words = above.words if isinstance(above, Words) else ""
    in_list = any(isinstance(near, Item) and near.numbering for near in beside)
    return not in_list and not words.endswith(":") and places.municipality_named(words) is None


def _has_sections(blocks: Sequence[Block], place: int, number: int) -> bool:
    """`5. Bilag` right above `5.1 Nævn`."""
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    return isinstance(after, Words) and after.words.startswith(f"{number}.1")


def _level(text: str, capitals: bool) -> int:
    if number := re.match(r"\d+(?:\.\d+)*", text):
        return 1 + number[0].count(".")
    return 1 if capitals or _SHAPE.fullmatch(text) else 2
