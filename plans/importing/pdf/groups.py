"""Lines → the paragraphs, items and rows of cells that they make, in the order the file draws them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from plans.importing.pdf.characters import Box
from plans.importing.pdf.lines import Line

MOST_LINES_OF_CELL = 8
ENDS = (".", "!", "?", ":", ";", "…", "”", '"', "»")
Rules = dict[int, list[Box]]  # page → its lines that are drawn


@dataclass(eq=False)
class Group:
    """Lines of one paragraph, heading or item; or a row, whose cells stand beside each other."""

    lines: list[Line]
    cells: list[list[Group]] = field(default_factory=list)

    @property
    def first(self) -> Line:
        return self.cells[0][0].first if self.cells else self.lines[0]

    @property
    def last(self) -> Line:
        return self.cells[-1][-1].last if self.cells else self.lines[-1]


def groups_of(lines: Iterable[Line], rules: Rules, usual: float, *, with_rows: bool = True) -> list[Group]:
    """`usual` is the height of running text; what is taller is a heading."""
    groups: list[Group] = []
    for line in lines:
        if with_rows and groups and (at := _begin_of_row(groups, line)) is not None:
            cells = groups[at].cells or [groups[at:]]
            groups[at:] = [Group([], [*cells, [Group([line])]])]
        elif groups and groups[-1].cells and _is_in_cell(groups[-1].cells[-1], line, rules):
            _add(groups[-1].cells[-1], line, rules, usual)
        else:
            _add(groups, line, rules, usual)
    return groups


def goes_on(before: str, after: str) -> bool:
    """A sentence, over what cuts it in two."""
    return not before.endswith(ENDS) and (after[:1].islower() or before.endswith((",", "-", "\u2010")))


def _begin_of_row(groups: list[Group], line: Line) -> int | None:
    """Where the row begins that this line is a further cell of: level with it, a few lines back."""
    if groups[-1].cells:
        right = line.outer_left > groups[-1].last.left + line.size
        return len(groups) - 1 if right and _is_level(groups[-1].first, line) else None
    lines = 0
    for at in range(len(groups) - 1, -1, -1):
        if groups[at].cells:
            return None
        for place, one in reversed(list(enumerate(groups[at].lines))):
            lines += 1
            if lines > MOST_LINES_OF_CELL or not one.stands_with(line) or one.left >= line.left:
                return None
            if _is_level(one, line) and line.outer_left > one.right + line.size * 0.5:
                if place:
                    lines_there = groups[at].lines
                    groups[at : at + 1] = [Group(lines_there[:place]), Group(lines_there[place:])]
                return at + bool(place)
    return None


def _is_level(one: Line, other: Line) -> bool:
    return one.stands_with(other) and abs(one.top - other.top) < max(one.size, other.size) * 0.5


def _is_in_cell(cell: list[Group], line: Line, rules: Rules) -> bool:
    """Below the last cell, and as far right."""
    first, last = cell[0].first, cell[-1].last
    if not line.stands_with(last) or _is_ruled_off(last, line, rules):
        return False
    beside = abs(line.outer_left - first.outer_left) < line.size * 2
    return beside and line.top < last.top and last.bottom - line.top < line.size * 3


def _is_ruled_off(before: Line, line: Line, rules: Rules) -> bool:
    """A drawn line stands between them."""
    return any(
        left < line.right and right > line.left and line.middle < (bottom + top) / 2 < before.middle
        for left, bottom, right, top in rules.get(line.page, [])
        if right - left > top - bottom
    )


def _add(groups: list[Group], line: Line, rules: Rules, usual: float) -> None:
    last = groups[-1] if groups and not groups[-1].cells else None
    if last and _continues(last, line, rules, usual):
        last.lines.append(line)
    else:
        groups.append(Group([line]))


def _continues(group: Group, line: Line, rules: Rules, usual: float) -> bool:
    first, last = group.first, group.last
    if line.label or abs(last.size - line.size) > 0.6 or last.turned != line.turned:
        return False
    if last.bold != line.bold and (first.bold or line.bold):
        return False
    if last.page != line.page or line.top > last.top:
        return False
    if _is_ruled_off(last, line, rules):
        return False
    if not -line.size * 0.9 <= last.bottom - line.top <= line.size * 0.62:
        return False
    if first.label and (first.bold or first.size > usual) and abs(line.left - first.outer_left) < line.size:
        return True  # a heading with its number, over two lines
    widest = max(one.right for one in [*group.lines, line])
    ended = last.text.endswith(ENDS)
    was_short = last.right < widest - line.size * 4
    if ended and line.text[:1].isupper() and was_short:
        return False  # the last line of a paragraph
    outdented = first.label and line.left < first.left - line.size * 0.4
    if outdented and (ended or (line.text[:1].isupper() and was_short)):
        return False  # the text after a list
    near = abs(line.left - last.left) < line.size * 1.5 or _is_centred(last, line)
    return near or (len(group.lines) == 1 and abs(line.left - first.left) < line.size * 4)


def _is_centred(one: Line, other: Line) -> bool:
    return abs((one.left + one.right) - (other.left + other.right)) < one.size
