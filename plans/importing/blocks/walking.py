"""Through blocks, those in cells and notes too."""

from collections.abc import Iterable, Iterator

from plans.importing.blocks.blocks import Block, Cell, Footnote, Item, Table, Words


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """In reading order; a note after the block that calls for it."""
    for block in blocks:
        yield block
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from walk(cell.blocks)
        elif isinstance(block, Footnote):
            yield from walk(block.blocks)
        elif isinstance(block, Words):
            yield from walk(run.note for run in block.runs if run.note)


def words_of(blocks: Iterable[Block]) -> list[str]:
    """The file's own words in its running text: without numbers that a program counts."""
    found: list[str] = []
    for block in walk(blocks):
        if isinstance(block, Words):
            if isinstance(block, Item) and block.is_typed:
                found += block.label.split()
            found += block.text.split()
    return found


def grid(table: Table) -> list[list[Cell]]:
    """The table with every merged cell in all the places that it covers."""
    rows: list[list[Cell]] = []
    from_above: dict[int, tuple[Cell, int]] = {}  # column → the cell, and how many rows more it covers
    for row in table.rows:
        line: list[Cell] = []
        waiting = list(row)
        while waiting or len(line) in from_above:
            at = len(line)
            if at in from_above:
                cell, left = from_above.pop(at)
                if left > 1:
                    from_above[at] = (cell, left - 1)
                line.append(cell)
                continue
            cell = waiting.pop(0)
            for column in range(at, at + cell.columns):
                if cell.rows > 1:
                    from_above[column] = (cell, cell.rows - 1)
                line.append(cell)
        rows.append(line)
    return rows
