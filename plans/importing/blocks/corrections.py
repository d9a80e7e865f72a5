"""What somebody said a block is, after the file was read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from plans.importing.blocks.blocks import (
    Block,
    Heading,
    Holds,
    Item,
    Kind,
    LeftOut,
    Paragraph,
    Run,
    Table,
    Words,
)
from plans.importing.blocks.seams import lines_of
from plans.importing.blocks.walking import words_of


class ReadAs(StrEnum):
    """The value is what people choose."""

    FIRST = "Overskrift, niveau 1"
    SECOND = "Overskrift, niveau 2"
    THIRD = "Overskrift, niveau 3"
    FOURTH = "Overskrift, niveau 4"
    TEXT = "Tekst"
    ITEM = "Punkt på en liste"
    JOINED = "Fortsættelse af linjen over"
    PARTED = "Flere afsnit, ét for hver linje"
    DROPPED = "Udelades"


LEVELS = {ReadAs.FIRST: 1, ReadAs.SECOND: 2, ReadAs.THIRD: 3, ReadAs.FOURTH: 4}
Corrections = Mapping[str, str]  # the place of a block among the others → a `ReadAs`


def corrected(blocks: Sequence[Block], corrections: Corrections) -> tuple[Block, ...]:
    found: list[Block] = []
    for place, block in enumerate(blocks):
        said = corrections.get(str(place))
        if said is None or not can_be_corrected(block):
            found.append(block)
        elif said == ReadAs.JOINED:
            _join(found, block)
        elif said == ReadAs.PARTED:
            found += _parted(block)
        else:
            found.append(_as(block, said))
    return tuple(found)


def choices_of(block: Block) -> list[str]:
    """What the block can be said to be."""
    return [*Holds, ReadAs.DROPPED] if isinstance(block, Table) else list(ReadAs)


def can_be_corrected(block: Block) -> bool:
    return isinstance(block, Words | Table)


def _as(block: Block, said: str) -> Block:
    if said == ReadAs.DROPPED:
        return LeftOut(block.place, Kind.DROPPED, " ".join(words_of([block])))
    if isinstance(block, Table):
        return replace(block, holds=Holds(said)) if said in list(Holds) else block
    if not isinstance(block, Words):
        return block
    if said in LEVELS:
        return Heading(block.place, block.runs, LEVELS[ReadAs(said)], is_settled=True)
    if said == ReadAs.ITEM:
        return Item(block.place, block.runs, is_settled=True)
    return Paragraph(block.place, block.runs, is_settled=True)


def _parted(block: Block) -> list[Block]:
    if not isinstance(block, Words):
        return [block]
    return [Paragraph(block.place, line, is_settled=True) for line in lines_of(block.runs)]


def _join(found: list[Block], block: Block) -> None:
    """To the last text before it; where there is none, it stays what it is."""
    last = found[-1] if found else None
    if isinstance(last, Words) and isinstance(block, Words):
        found[-1] = replace(last, runs=(*last.runs, Run(" "), *block.runs))
    else:
        found.append(block)
