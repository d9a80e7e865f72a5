"""Two versions of one table: which columns and cells of the newer are which of the older."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from samarbejde.text.matching import opcodes
from samarbejde.text.redline.reading import Block

Column = tuple[int | None, int | None]  # of the older and of the newer table


@dataclass(frozen=True)
class Columns:
    """None where cells reach over others: then cells are told apart by their places in a row alone."""

    places: list[Column] | None

    def pair(
        self, old: Block, new: Block, cell: Callable[[Block, Block], str], marked: Callable[[Block, str], str]
    ) -> str:
        if self.places is None and len(old.children) != len(new.children):
            return marked(old, "del") + marked(new, "ins")
        places = self.places or [(n, n) for n in range(len(new.children))]
        return new.around("".join(self._cells(old, new, places, cell, marked)))

    def marked(self, row: Block, mark: str, marked: Callable[[Block, str], str]) -> str:
        """A whole row: as wide as the others."""
        if self.places is None:
            return marked(row, mark)
        own = [before if mark == "del" else after for before, after in self.places]
        cells = ("<td></td>" if at is None else marked(row.children[at], mark) for at in own)
        return row.around("".join(cells))

    def _cells(
        self,
        old: Block,
        new: Block,
        places: list[Column],
        cell: Callable[[Block, Block], str],
        marked: Callable[[Block, str], str],
    ) -> Iterator[str]:
        for before, after in places:
            if before is None or after is None:
                gone = after is None
                one = old.children[before or 0] if gone else new.children[after or 0]
                yield marked(one, "del" if gone else "ins")
            else:
                yield cell(old.children[before], new.children[after])


def columns_of(old: Block, new: Block) -> Columns:
    """By the words at their tops, and where these are others by their places."""
    if not (_is_regular(old) and _is_regular(new)):
        return Columns(None)
    before, after = ([cell.words for cell in table.children[0].children] for table in (old, new))
    places: list[Column] = []
    for _, a, b, c, d in opcodes(before, after):
        both = min(b - a, d - c)
        places += [(a + n, c + n) for n in range(both)]
        places += [(n, None) for n in range(a + both, b)]
        places += [(None, n) for n in range(c + both, d)]
    return Columns(places)


def _is_regular(table: Block) -> bool:
    rows = table.children
    widths = {len(row.children) for row in rows}
    spans = any("span=" in cell.opening for row in rows for cell in row.children)
    return len(widths) == 1 and not spans
