"""Lists whose numbers and bullets somebody typed: the program knows them as paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plans.importing.blocks import Block, Item, Paragraph, Run
from plans.importing.blocks.seams import lines_of
from samarbejde.danish import MONTHS

_BULLET = re.compile(r"\s*([-*•◦▪●–])\s+(?=\S)")
_NUMBER = re.compile(rf"\s*((\d{{1,2}})[.)])\s+(?!(?:{'|'.join(MONTHS)})\b)(?=\S)", re.IGNORECASE)
_LETTER = re.compile(r"\s*(([a-zæøå])\))\s+(?=\S)")


def with_typed_lists(blocks: Iterable[Block]) -> list[Block]:
    return [item for block in blocks for item in _items(block)]


def _items(block: Block) -> Iterator[Block]:
    """One, or one for each line of a paragraph whose lines all have a label."""
    if not isinstance(block, Paragraph) or block.is_settled:
        yield block
        return
    lines = lines_of(block.runs)
    items = [_item(block.place, line) for line in lines]
    if len(items) > 1 and all(items):
        yield from (item for item in items if item)
    else:
        yield _item(block.place, block.runs) or block


def _item(place: str, runs: Sequence[Run]) -> Item | None:
    text = "".join(run.text for run in runs)
    if match := _NUMBER.match(text):
        kind, number = "decimal", int(match[2])
    elif match := _LETTER.match(text):
        kind, number = "lower-alpha", ord(match[2]) - ord("a") + 1
    elif match := _BULLET.match(text):
        kind, number = "", 0
    else:
        return None
    return Item(place, without_first(runs, match.end()), 0, kind, number, match[1], is_typed=True)


def without_first(runs: Iterable[Run], letters: int) -> tuple[Run, ...]:
    """The runs without their first letters."""
    found = []
    for run in runs:
        found.append(replace(run, text=run.text[letters:]))
        letters = max(letters - len(run.text), 0)
    return tuple(run for run in found if run.text or run.note)
