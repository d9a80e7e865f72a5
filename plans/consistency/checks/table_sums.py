import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding
from plans.consistency.numbers import figure, figures_in
from plans.consistency.prose import Block
from samarbejde.danish import number_text

_TOTAL = re.compile(r"(?:i\s?alt|sum|total|samlet)\b", re.IGNORECASE)


class TableSums(TextCheck):
    """A total, in a table's last row or in the sentence above it, that its rows do not add up to."""

    code = "table-sums"
    title = "Summer i tabeller"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        for above, block in zip_longest([None, *text.blocks[:-1]], text.blocks):
            if block is not None and len(block.rows) > 2:
                for said, total in _wrong(block, above):
                    yield self.finding(
                        f"»{text.place.title}« har en tabel, hvor der står {said} i alt. "
                        f"Rækkerne giver {number_text(total)}.",
                        text.place,
                        said,
                    )


def _wrong(table: Block, above: Block | None) -> Iterator[tuple[str, Decimal]]:
    yield from _wrong_across(table.rows)
    last = table.rows[-1]
    if last and _TOTAL.match(last[0]):
        for column, cell in enumerate(last[1:], start=1):
            total, stated = _sum(table.rows[:-1], column), figure(cell)
            if total is not None and stated is not None and stated != total:
                yield cell, total
    elif above is not None and (said := _TOTAL.search(above.text)):
        sums = [total for column in range(1, len(last)) if (total := _sum(table.rows, column)) is not None]
        stated_above = figures_in(above.text[said.start() :])
        if len(sums) == 1 and len(stated_above) == 1 and stated_above[0] != sums[0]:
            yield number_text(stated_above[0]), sums[0]


def _wrong_across(rows: list[list[str]]) -> Iterator[tuple[str, Decimal]]:
    """Of a last column »I alt«."""
    if len(rows[0]) < 4 or not _TOTAL.match(rows[0][-1]):
        return
    for row in rows[1:]:
        numbers = [figure(cell) for cell in row[1:]]
        known = [number for number in numbers if number is not None]
        if len(known) == len(rows[0]) - 1 and sum(known[:-1], Decimal(0)) != known[-1]:
            yield row[-1], sum(known[:-1], Decimal(0))


def _sum(rows: list[list[str]], column: int) -> Decimal | None:
    """Of the numbers below the heading; None where a cell is none."""
    cells = [row[column] if column < len(row) else "" for row in rows]
    if cells and figure(cells[0]) is None:
        cells = cells[1:]
    numbers = [figure(cell) for cell in cells]
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if len(known) == len(numbers) > 1 else None
