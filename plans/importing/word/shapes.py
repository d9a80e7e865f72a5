"""What a paragraph is: a heading, an item of a list, or text."""

import re

from plans.importing.blocks import Heading, Item, Paragraph, Run, Words
from plans.importing.word.elements import Element, W, indent, value, whole
from plans.importing.word.number_formats import NUMBERINGS
from plans.importing.word.numbering import LEVELS, Counted, Numbers
from plans.importing.word.styles import Styles, outline_level

_NESTED_STYLE = re.compile(
    r"(?:list|opstilling)\D* ([2-5])"
)  # "List Bullet 2" is the first level of its own list
_CLEARLY = 240  # twentieths of a point; a step of Word's own is 360


class Shapes:
    """Asks for a number for each paragraph, an empty one too: Word counts them."""

    def __init__(self, styles: Styles, numbers: Numbers) -> None:
        self._styles, self._numbers = styles, numbers
        self._indents: dict[
            tuple[str, int], list[int]
        ] = {}  # of a list that goes on, by its number and level

    def shape(self, place: str, style: str, properties: Element | None, runs: tuple[Run, ...]) -> Words:
        num, at = self._list(properties, style)
        counted = self._numbers.next(num, at)
        level = self._level(properties, style)
        if counted and counted.label and level is None:
            nesting = self._nesting(num, at, style, properties, counted)
            return _item(place, runs, nesting, counted)
        self.end_list()
        if level is None:
            return Paragraph(place, runs)
        is_numbered = counted is not None and counted.numbering != "bullet"
        return Heading(place, runs, level, counted.label.rstrip(".") if counted and is_numbered else "")

    def end_list(self) -> None:
        self._indents.clear()

    def _level(self, properties: Element | None, style: str) -> int | None:
        own = value(properties, f"{W}outlineLvl")
        return self._styles.level(style) if own is None else outline_level(own)

    def _list(self, properties: Element | None, style: str) -> tuple[str, int]:
        """Its number in the file, and the level; a number that no list has switches off."""
        own = None if properties is None else properties.find(f"{W}numPr")
        chain = self._styles.chain(style)
        said = (value(own, f"{W}numId"), *(one.list_ for one in chain))
        num = next(filter(None, said), "")
        levels = [value(own, f"{W}ilvl")]
        if levels[0] is None:
            of_style = self._numbers.level_of_style(num, [one.identity for one in chain])
            levels = [str(of_style)] if of_style is not None else [one.list_level for one in chain]
        return num, whole(next(filter(None, levels), None), 0, 0, LEVELS - 1)

    def _nesting(self, num: str, at: int, style: str, properties: Element | None, counted: Counted) -> int:
        names = (_NESTED_STYLE.fullmatch(one.name) for one in self._styles.chain(style))
        if at == 0 and (nested := next(filter(None, names), None)):
            return int(nested[1]) - 1
        left = self._indent(properties, style, counted)
        open_ = self._indents.setdefault((num, at), [])
        while len(open_) > 1 and left < open_[-1] - _CLEARLY / 2:
            open_.pop()
        if not open_ or left >= open_[-1] + _CLEARLY:
            open_.append(left)
        elif left < open_[0]:
            open_[0] = left
        return at + len(open_) - 1

    def _indent(self, properties: Element | None, style: str, counted: Counted) -> int:
        """A style's own goes before its list's, unless the paragraph chose the list itself."""
        said = [indent(properties)]
        if properties is None or properties.find(f"{W}numPr") is None:
            said += [one.indent for one in self._styles.chain(style)]
        return next((left for left in said if left is not None), counted.indent)


def _item(place: str, runs: tuple[Run, ...], nesting: int, counted: Counted) -> Item:
    numbering = NUMBERINGS.get(counted.numbering, "decimal")
    return Item(
        place,
        runs,
        nesting=nesting,
        numbering="" if counted.numbering == "none" else numbering,
        number=counted.number if numbering else 0,
        label=counted.label,
    )
