"""A name above a list that nearly is a kommune's: "Lemvik Kommune". Whether it is, is asked."""

from collections.abc import Sequence
from itertools import zip_longest

from plans.importing.blocks import Block, Item, Paragraph, Run, Words
from plans.importing.findings.places import Places
from plans.importing.findings.questions import NO, Questions


def with_right_names(blocks: Sequence[Block], places: Places, questions: Questions) -> list[Block]:
    """The name as it was answered; until then the line is text, and the list below it nobody's."""
    return [
        _right(block, places, questions) if isinstance(block, Words) and isinstance(after, Item) else block
        for block, after in zip_longest(blocks, blocks[1:])
    ]


def _right(block: Words, places: Places, questions: Questions) -> Block:
    meant = None if isinstance(block, Item) else places.municipality_meant(block.words)
    if meant is None:
        return block
    text = f"Er »{block.words}« {meant} Kommune? Kun så bliver listen under navnet kommunens prioriteringer."
    is_meant = questions.ask(f"kommune {block.words}", text, place=block.place, assumed=NO)
    return Paragraph(block.place, (Run(f"{meant} Kommune"),)) if is_meant else block
