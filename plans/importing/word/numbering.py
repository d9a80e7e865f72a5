"""Numbers that the program counts: of lists and of headings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from plans.importing.word.elements import Element, W, indent, switch, value, whole
from plans.importing.word.number_formats import written
from plans.importing.word.signs import from_fonts

LEVELS = 9
_MOST = 32_767
_LONGEST_LABEL = 100


@dataclass(frozen=True)
class Counted:
    numbering: str  # by Word's name for it: "decimal", "lowerLetter", "bullet"
    number: int
    label: str
    indent: int  # that its level asks for, in twentieths of a point


@dataclass(frozen=True)
class _Level:
    numbering: str = "decimal"
    start: int = 1
    label: str = ""
    style: str = ""
    is_legal: bool = False  # shows all its numbers as decimals
    restarts_after: int | None = None  # this level or one above it; None: any above
    indent: int = 0


@dataclass(frozen=True)
class _List:
    abstract: str  # whose counters it uses
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)  # of its own: once


class Numbers:
    """Counts as Word does: a counter for each level of each abstract list, which several lists may share."""

    def __init__(self, root: Element | None) -> None:
        abstracts = [] if root is None else root.findall(f"{W}abstractNum")
        nums = [] if root is None else root.findall(f"{W}num")
        self._abstracts = {one.get(f"{W}abstractNumId", ""): one for one in abstracts}
        self._by_style = {
            link: one.get(f"{W}abstractNumId", "")
            for one in abstracts
            if (link := value(one, f"{W}styleLink")) is not None
        }
        self._nums = {one.get(f"{W}numId", ""): one for one in nums}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, num: str, styles: Iterable[str]) -> int | None:
        """The level that names one of these styles as its own."""
        found = self._list(num)
        levels = found.levels if found else {}
        return next((at for style in styles for at, one in levels.items() if one.style == style), None)

    def next(self, num: str, at: int) -> Counted | None:
        """For the next paragraph of the list at this level, 0–8; None when there is no such list."""
        found = self._list(num)
        if found is None:
            return None
        counts = self._counts.setdefault(found.abstract, {})
        level = found.levels.get(at, _Level())
        first = found.starts.get(at, level.start)
        if at in found.starts and (num, at) not in self._begun:
            counts.pop(at, None)
        self._begun.add((num, at))
        counts[at] = min(counts[at] + 1, _MOST) if at in counts else first
        for deeper in [one for one in counts if one > at and _restarts(found.levels.get(one), one, at)]:
            del counts[deeper]
        return Counted(level.numbering, counts[at], self._label(found, level, at, counts), level.indent)

    def _label(self, found: _List, level: _Level, at: int, counts: dict[int, int]) -> str:
        def shown(match: re.Match[str]) -> str:
            above = int(match[1]) - 1
            if above > at:
                return ""
            other = found.levels.get(above, _Level())
            number = counts.setdefault(above, other.start)
            return written(number, "decimal" if level.is_legal else other.numbering)

        return re.sub(r"%([1-9])", shown, level.label).strip()

    def _list(self, num: str) -> _List | None:
        if num not in self._lists:
            self._lists[num] = self._described(self._nums[num]) if num in self._nums else None
        return self._lists[num]

    def _described(self, num: Element) -> _List:
        abstract = value(num, f"{W}abstractNumId") or ""
        root = self._abstracts.get(abstract)
        if (link := value(root, f"{W}numStyleLink")) is not None and link in self._by_style:
            abstract = self._by_style[link]
            root = self._abstracts.get(abstract)
        levels = _levels(root if root is not None else ())
        starts: dict[int, int] = {}
        for override in num.findall(f"{W}lvlOverride"):
            at = whole(override.get(f"{W}ilvl"), 0, 0, LEVELS - 1)
            if (level := override.find(f"{W}lvl")) is not None:
                levels[at] = _level(level)
            if (start := value(override, f"{W}startOverride")) is not None:
                starts[at] = whole(start, 1, 0, _MOST)
        return _List(abstract, levels, starts)


def _restarts(level: _Level | None, at: int, used: int) -> bool:
    """Whether level `at` begins again when a level above it, `used`, is met."""
    after = level.restarts_after if level else None
    return used < (at if after is None else after)


def _levels(root: Iterable[Element]) -> dict[int, _Level]:
    found = [(whole(one.get(f"{W}ilvl"), 0, -1, LEVELS), one) for one in root if one.tag == f"{W}lvl"]
    return {at: _level(one) for at, one in dict(found).items() if 0 <= at < LEVELS}


def _level(element: Element) -> _Level:
    restart = value(element, f"{W}lvlRestart")
    text = from_fonts((value(element, f"{W}lvlText") or "")[:_LONGEST_LABEL])
    numbering = value(element, f"{W}numFmt") or "decimal"
    return _Level(
        numbering=numbering,
        start=whole(value(element, f"{W}start"), 1, 0, _MOST),
        label=text or ("•" if element.find(f"{W}lvlPicBulletId") is not None else ""),
        style=value(element, f"{W}pStyle") or "",
        is_legal=switch(element, "isLgl"),
        restarts_after=None if restart is None else whole(restart, 0, 0, LEVELS),
        indent=indent(element.find(f"{W}pPr")) or 0,
    )
