from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding


class EmptyRows(TextCheck):
    """Rows of a table and points of a list with nothing in them."""

    code = "empty-rows"
    title = "Tomme afsnit"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        rows = sum(not any(cells) for block in text.blocks for cells in block.rows)
        points = sum(not item for block in text.blocks for item in block.items)
        where = text.place.title
        if rows:
            many = "en tom række" if rows == 1 else f"{rows} tomme rækker"
            yield self.finding(f"En tabel i »{where}« har {many}.", text.place, "tabel")
        if points:
            many = "et tomt punkt" if points == 1 else f"{points} tomme punkter"
            yield self.finding(f"En liste i »{where}« har {many}.", text.place, "liste")
