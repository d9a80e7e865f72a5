"""Letters that stand beside each other without a wide gap are a line: of a paragraph, a column, a cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from plans.importing.pdf.characters import Box, Character
from plans.importing.pdf.labels import DASHES, begins_item, is_label, label_of
from plans.importing.pdf.page import Page
from plans.importing.pdf.running_text import begins_line, size_of, text_of

FAR, FAR_WITH_BLANK = 1.0, 2.2  # of a letter's height: in text that is set to both edges blanks are wide
FAR_BETWEEN = 0.55  # two pieces of text that the file draws one by one
FARTHEST_LABEL = 6.0
FEWEST_BLANKS = 0.05  # of a page's signs, where the file writes blanks


@dataclass(eq=False)
class Line:
    letters: list[Character]
    label: list[Character] = field(default_factory=list)  # a bullet or number before it

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        seen = [one for one in self.letters if not one.is_blank]
        self.page, self.turned = seen[0].look.page, seen[0].look.turned
        self.left, self.right = min(one.left for one in seen), max(one.right for one in seen)
        self.bottom, self.top = min(one.bottom for one in seen), max(one.top for one in seen)
        self.size = size_of(seen)
        self.bold = all(one.look.bold for one in seen)
        self.__dict__.pop("text", None)

    @cached_property
    def text(self) -> str:
        return text_of(self.letters).strip()

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def outer_left(self) -> float:
        """With its label."""
        return min([self.left, *(one.left for one in self.label)])

    def stands_with(self, other: Line) -> bool:
        """On the same page, turned the same way."""
        return (self.page, self.turned) == (other.page, other.turned)


def lines_of(page: Page) -> list[Line]:
    """In the order the file draws them."""
    upright = upright_rules(page)
    blanks = sum(1 for one in page.letters if one.text == " ")
    between = FAR_BETWEEN if blanks > len(page.letters) * FEWEST_BLANKS else FAR
    found: list[list[Character]] = []
    last: Character | None = None
    blank = False
    for letter in page.letters:
        if letter.is_blank:
            blank = blank or letter.text == " "
            if found:
                found[-1].append(letter)
            continue
        if last is None or begins_line(last, letter) or _is_far(last, letter, blank, between, upright):
            found.append([])
        found[-1].append(letter)
        last, blank = letter, False
    return [Line(letters) for letters in found]


def upright_rules(page: Page) -> list[Box]:
    return [rule for rule in page.rules if rule[3] - rule[1] > rule[2] - rule[0]]


def _is_far(last: Character, letter: Character, blank: bool, between: float, upright: list[Box]) -> bool:
    height = max(last.height, letter.height)
    wide = letter.left - last.right
    same_piece = last.look is letter.look
    least = FAR_WITH_BLANK if blank else FAR if same_piece else between
    if wide > height * least or letter.left < last.left - height:
        return True
    return wide > height * 0.2 and _is_crossed(upright, last.right, letter.left, letter.middle)


def _is_crossed(upright: list[Box], begin: float, end: float, height: float) -> bool:
    """An upright line is drawn between them."""
    return any(
        begin - 1 <= (left + right) / 2 <= end + 1 and bottom <= height <= top
        for left, bottom, right, top in upright
    )


def with_labels(lines: list[Line], upright: list[Box]) -> list[Line]:
    """A mark alone is the label of the nearest text right of it in its cell, wherever the file draws it."""
    marks = [line for line in lines if is_label(line.text) or (line.bold and _is_number(line.text))]
    alone = set(marks)
    texts = [line for line in lines if line not in alone]
    gone: set[Line] = set()
    for mark in marks:
        beside = [line for line in texts if not line.label and _is_beside(mark, line)]
        text = min(beside, key=lambda line: line.left, default=None)
        if text is None or _is_crossed(upright, mark.right, text.left, mark.middle):
            continue
        if text.left - mark.right < max(mark.size, text.size) * FARTHEST_LABEL:
            text.label = mark.letters
            gone.add(mark)
    rest = [line for line in lines if line not in gone]
    for before, line in zip([None, *rest], rest, strict=False):
        if not line.label and begins_item(line.text) and not _is_dash_in_text(before, line):
            _cut_label(line)
    return rest


def _is_number(text: str) -> bool:
    parts = text.rstrip(".").split(".")
    return all(part.isdigit() and len(part) < 3 for part in parts)


def _is_beside(one: Line, other: Line) -> bool:
    near = abs(one.middle - other.middle) < max(one.size, other.size) * 0.6
    return near and one.stands_with(other) and other.left > one.right - 1


def _is_dash_in_text(before: Line | None, line: Line) -> bool:
    """A dash that begins a line because the line before it was full."""
    if line.text[0] not in DASHES or before is None or before.label or not before.stands_with(line):
        return False
    rest = line.text[1:].lstrip()
    same_text = abs(before.left - line.left) < line.size and 0 < before.top - line.top < line.size * 2
    return same_text and rest[:1].islower() and not before.text.endswith((".", ":", ";", "!", "?"))


def _cut_label(line: Line) -> None:
    left = len(label_of(line.text))
    for at, letter in enumerate(line.letters):
        if left <= 0:
            line.label, line.letters = line.letters[:at], line.letters[at:]
            line.measure()
            return
        left -= len(letter.text) if letter.text.strip() else 0
