"""Blocks with each letter rewritten, wherever it stands."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from plans.importing.blocks.blocks import Block, Cell, Footnote, LeftOut, Picture, Run, Table, Words

Write = Callable[[str], str]


def rewritten(blocks: Iterable[Block], write: Write) -> tuple[Block, ...]:
    return tuple(_block(block, write) for block in blocks)


def _block(block: Block, write: Write) -> Block:
    if isinstance(block, Words):
        return replace(block, runs=tuple(_run(run, write) for run in block.runs))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(_cell(cell, write) for cell in row) for row in block.rows))
    if isinstance(block, Footnote):
        return replace(block, blocks=rewritten(block.blocks, write))
    if isinstance(block, LeftOut):
        return replace(block, text=write(block.text))
    return replace(block, shows=write(block.shows)) if isinstance(block, Picture) else block


def _run(run: Run, write: Write) -> Run:
    note = replace(run.note, blocks=rewritten(run.note.blocks, write)) if run.note else None
    return replace(run, text=write(run.text), note=note)


def _cell(cell: Cell, write: Write) -> Cell:
    return replace(cell, blocks=rewritten(cell.blocks, write))
