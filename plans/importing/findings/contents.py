"""The old list of contents: dropped, since the portal computes it, but it tells which lines are headings."""

from collections.abc import Sequence

from plans.importing.blocks import Block, Heading, Item, Kind, LeftOut, Paragraph, Words
from plans.importing.blocks.contents import LONGEST_LINE, Entry, entry_in, inline_contents, names_contents

LEAST_IN_A_ROW = 3  # lines that end in a page number, where no word says that they are contents


def without_contents(blocks: Sequence[Block]) -> tuple[list[Block], list[Entry]]:
    """The blocks without the list of contents and its own heading, and the list's entries."""
    typed = _typed_entries(blocks)
    entries: list[Entry] = []
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        if isinstance(block, LeftOut) and block.kind is Kind.CONTENTS:
            begun = _words(kept.pop()) if _is_begun(blocks, place) else ""
            entries += _entries_in(f"{begun} {block.text}".strip())
        elif place in typed:
            entries += _entries_in(typed[place])
        else:
            kept.append(block)
    return [block for block in kept if not (entries and names(block))], entries


def _is_begun(blocks: Sequence[Block], place: int) -> bool:
    """The line above is the beginning of an entry that wraps: it stands between two of them."""
    if place < 2:
        return False
    above, last = blocks[place - 2 : place]
    is_entry = isinstance(above, LeftOut) and above.kind is Kind.CONTENTS
    return is_entry and isinstance(last, Paragraph) and len(last.words) <= LONGEST_LINE


def names(block: Block) -> bool:
    """`Indholdsfortegnelse`."""
    return isinstance(block, Words) and names_contents(block.words)


def _words(block: Block) -> str:
    return block.words if isinstance(block, Words) else ""


def _entries_in(text: str) -> list[Entry]:
    if entry := entry_in(text, loose=True):
        return [entry]
    inline = inline_contents(text)
    return inline[1] if inline else []


def _typed_entries(blocks: Sequence[Block]) -> dict[int, str]:
    """Places of what somebody typed as a list of contents: below the word for it, or several in a row."""
    rows = {
        place: block.text
        for place, block in enumerate(blocks)
        if isinstance(block, Paragraph | Item | Heading)
        and not block.is_settled
        and entry_in(block.text, loose=True)
    }
    found: dict[int, str] = {}
    run: list[int] = []
    for place in range(len(blocks) + 1):
        if place in rows:
            run.append(place)
            continue
        is_below_its_word = bool(run) and run[0] > 0 and names(blocks[run[0] - 1])
        if is_below_its_word or len(run) >= LEAST_IN_A_ROW:
            found |= {one: rows[one] for one in run}
        run = []
    return found
