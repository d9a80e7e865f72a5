"""A PDF without tags → drafts of blocks, by where its letters stand and how large they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from plans.importing.blocks import Picture
from plans.importing.pdf.drafts import HEADING, ITEM, CellDraft, Draft, TableDraft, Text, texts_in
from plans.importing.pdf.drawings import Drawing
from plans.importing.pdf.edges import Edges
from plans.importing.pdf.grids import GridCell
from plans.importing.pdf.groups import Group, Rules, groups_of
from plans.importing.pdf.levels import levels_of, relevel
from plans.importing.pdf.lines import Line, upright_rules, with_labels
from plans.importing.pdf.page import Page
from plans.importing.pdf.ruled_tables import Ruled, ruled_tables

LARGER, LONGEST_HEADING, MOST_LINES, DEEPEST = 1.12, 200, 5, 6
INDENT = 3.0  # points
_TYPED_NUMBER = re.compile(r"\d+(\.\d+)+\.?\s+[A-ZÆØÅ]")
_NO_HEADING = (".", ",", ";", ":")


class GeometryReader:
    def __init__(self, pages: list[Page], lines: list[list[Line]], logos: set[tuple[int, int, int]]) -> None:
        """`lines` are those of each page that belong to the text."""
        self.pages = pages
        self.rules: Rules = {page.number: page.rules for page in pages}
        self.logos = logos
        every = [line for found in lines for line in found]
        sizes = Counter[float]()
        for line in every:
            sizes[line.size] += len(line.text)
        self.usual = sizes.most_common(1)[0][0] if sizes else 1.0
        self.tall = self.usual * LARGER
        self.levels = levels_of(size for size in sizes if size >= self.tall)
        self.edges = Edges(every)
        self.lines = lines

    def read(self) -> list[Draft]:
        found: list[Draft] = []
        flow: list[Line] = []
        for page, lines in zip(self.pages, self.lines, strict=True):
            labelled = with_labels(lines, upright_rules(page))
            for one in ruled_tables(labelled, page.rules):
                if isinstance(one, Ruled):
                    found += self._flow(flow)
                    found.append(self._ruled(one))
                    flow = []
                else:
                    flow.append(one)
            found += self._flow(flow)
            flow = []
            self._add_pictures(found, page)
        self._nest(found)
        relevel(found)
        return found

    def _flow(self, lines: list[Line]) -> list[Draft]:
        groups = groups_of(lines, self.rules, self.tall)
        found: list[Draft] = []
        rows: list[Group] = []
        for at, group in enumerate(groups):
            if group.cells:
                rows.append(group)
            else:
                found += _aligned(self._cells(rows))
                rows = []
                found.append(self._text(group, groups[at + 1] if at + 1 < len(groups) else None))
        return found + _aligned(self._cells(rows))

    def _cells(self, rows: list[Group]) -> list[list[tuple[float, CellDraft]]]:
        """Each with the place where it begins from the left."""
        return [
            [
                (cell[0].first.outer_left, CellDraft([self._in_cell(one) for one in cell]))
                for cell in row.cells
            ]
            for row in rows
        ]

    def _ruled(self, table: Ruled) -> TableDraft:
        return TableDraft([[self._ruled_cell(cell, lines) for cell, lines in row] for row in table.rows])

    def _ruled_cell(self, cell: GridCell, lines: list[Line]) -> CellDraft:
        groups = groups_of(lines, self.rules, self.tall, with_rows=False)
        return CellDraft([self._in_cell(group) for group in groups], cell.columns, cell.rows)

    def _in_cell(self, group: Group) -> Text:
        text = Text([letter for line in group.lines for letter in line.letters])
        if group.first.label:
            text.kind, text.label = ITEM, group.first.label
        return text

    def _text(self, group: Group, after: Group | None) -> Text:
        first = group.first
        text = self._in_cell(group)
        text.right_edge = max(self.edges.right_of(line.letters[0]) for line in group.lines)
        if len(group.lines) > MOST_LINES:
            return text
        level = next((level for size, level in self.levels.items() if abs(size - first.size) <= 0.3), 0)
        bold = all(line.bold for line in group.lines)
        label = "".join(one.text for one in first.label).strip()
        if label and not ((bold or level) and label.strip("(")[0].isdigit()):
            return text
        words = " ".join([label, text.words]).strip()
        if len(words) > LONGEST_HEADING or not any(letter.isalpha() for letter in words):
            return text
        if level:
            return self._heading(text, level, sure=True)
        if _TYPED_NUMBER.match(words) and not words.endswith(_NO_HEADING) and (bold or len(group.lines) == 1):
            return self._heading(text, words.split()[0].rstrip(".").count(".") + 1, sure=False)
        alone = after is not None and (bool(after.cells) or not after.first.bold)
        if bold and alone and not words.endswith(_NO_HEADING):
            return self._heading(text, max(self.levels.values(), default=0) + 1, sure=False)
        return text

    def _heading(self, text: Text, level: int, *, sure: bool) -> Text:
        text.pieces = [*text.label, *text.pieces]
        text.kind, text.label, text.level, text.sure = HEADING, [], min(level, DEEPEST), sure
        return text

    def _add_pictures(self, found: list[Draft], page: Page) -> None:
        """Each before the first text of its page that stands below it in the same column."""
        for drawing in page.drawings:
            if drawing.image not in self.logos:
                place = next(
                    (at for at, one in enumerate(found) if _is_below(one, drawing, page)), len(found)
                )
                found.insert(place, Picture(f"side {page.number}"))

    def _nest(self, drafts: Iterable[Draft]) -> None:
        """Lists inside lists, by how far right their labels stand."""
        lefts: list[tuple[float, float]] = []  # of label and text: numbers may end level
        for draft in drafts:
            if not isinstance(draft, Text):
                lefts = []
            elif draft.kind == ITEM:
                left = (min(one.left for one in [*draft.label, *draft.letters]), draft.letters[0].left)
                while lefts and _is_right_of(lefts[-1], left):
                    lefts.pop()
                if not lefts or _is_right_of(left, lefts[-1]):
                    lefts.append(left)
                draft.nesting = len(lefts) - 1
            elif lefts and (draft.kind == HEADING or draft.letters[0].left <= lefts[0][0] + INDENT):
                lefts = []


def _is_right_of(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] > other[0] + INDENT and one[1] > other[1] + INDENT


def _aligned(rows: list[list[tuple[float, CellDraft]]]) -> list[Draft]:
    """Rows as a table: cells that begin as far from the left stand in one column."""
    if not rows:
        return []
    lefts: list[float] = []
    for left in sorted(left for row in rows for left, _ in row):
        if not lefts or left - lefts[-1] > 12:
            lefts.append(left)
    table: list[list[CellDraft]] = []
    for row in rows:
        line = [CellDraft() for _ in lefts]
        for left, cell in row:
            column = max(at for at, one in enumerate(lefts) if one <= left + 0.01)
            line[column].inside += cell.inside
        table.append(line)
    return [TableDraft(table, is_seen=False)]


def _is_below(draft: Draft, drawing: Drawing, page: Page) -> bool:
    left, bottom, right, top = drawing.box
    letters = [letter for text in texts_in([draft]) for letter in text.letters]
    return bool(letters) and (
        letters[0].look.page == page.number
        and letters[0].middle < (bottom + top) / 2
        and min(one.left for one in letters) < right
        and max(one.right for one in letters) > left
    )
