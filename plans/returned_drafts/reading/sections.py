"""Which lines of a returned document are of which section, and which of its paragraphs each line was."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from typing import TypedDict

from plans.importing.blocks import Heading
from plans.returned_drafts.reading.leaves import Leaf, leaves_of
from plans.returned_drafts.reading.lines import Document, Line, Lines
from samarbejde.text.matching import opcodes

PARTS = ("body", "closing")
ALIKE = 0.5  # of the letters, below which two paragraphs are not one that was changed
_NUMBER = re.compile(r"(?:\d+\.)*\d+\.?\s+")


@dataclass
class Version:
    """A section as it was once; `number` is its version."""

    number: int
    heading: str
    body: str
    closing: str

    @cached_property
    def leaves(self) -> list[tuple[str, Leaf]]:
        """With the part that each stands in."""
        return [(part, leaf) for part in PARTS for leaf in leaves_of(getattr(self, part))]


class ToldVersion(TypedDict):
    number: int
    heading: str
    body: str
    closing: str


class ToldSection(TypedDict):
    """As JSON."""

    lineage: str
    title: str
    has_data: bool
    versions: list[ToldVersion]


@dataclass
class Section:
    """Of the plan; `versions` with the newest first."""

    lineage: str
    title: str
    versions: list[Version]
    has_data: bool = False  # that the register fills in

    @classmethod
    def told(cls, said: ToldSection) -> "Section":
        versions = [Version(**version) for version in said["versions"]]
        return cls(said["lineage"], said["title"], versions, said["has_data"])

    def as_in(self, lines: Sequence[Line]) -> Version:
        """The newest of those that the lines are most alike."""
        words = Counter(line.words for line in lines)
        return max(self.versions, key=lambda version: sum((_words(version) & words).values()))


def _words(version: Version) -> Counter[str]:
    return Counter(leaf.words for _, leaf in version.leaves)


@dataclass
class Stretch:
    """The lines from one heading to the next; of no `section` before the first, and where it is deleted."""

    section: Section | None
    start: int = 0  # the number of the heading, which a part of the plan has without words
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)


def stretches(document: Document, sections: Iterable[Section]) -> list[Stretch]:
    known = {section.lineage: section for section in sections}
    places = document.outline.sections or _by_headings(document.sent, known.values())
    starts = {number: known.get(lineage) for lineage, number in places.items()}
    found = [Stretch(None)]
    for number in sorted({*starts, *document.sent}):
        line = document.sent.get(number)
        if number in starts:
            found.append(Stretch(starts[number], number, line))
        elif line:
            found[-1].lines.append(line)
    return found


def before(numbers: Sequence[int], number: int) -> int | None:
    """The last of the sorted numbers that is not after this one."""
    at = bisect_right(numbers, number)
    return numbers[at - 1] if at else None


def _by_headings(sent: Lines, sections: Iterable[Section]) -> dict[str, int]:
    """In the order of the plan; a heading goes before a line that has its words."""
    found: dict[str, int] = {}
    last = 0
    for section in sections:
        wanted = section.versions[0].heading.casefold()
        alike = [
            line
            for number, line in sorted(sent.items())
            if number > last and _NUMBER.sub("", line.words, count=1).casefold() == wanted
        ]
        headings = [line for line in alike if isinstance(line.block, Heading)]
        if chosen := (headings or alike):
            last = found[section.lineage] = chosen[0].number
    return found


@dataclass
class Pairing:
    """`leaf_of` by the line's number; what is left had no other to be."""

    leaf_of: dict[int, tuple[str, Leaf]] = field(default_factory=dict)
    lines_left: list[Line] = field(default_factory=list)
    leaves_left: list[tuple[str, Leaf]] = field(default_factory=list)


def paired(version: Version, lines: Sequence[Line]) -> Pairing:
    leaves, found = version.leaves, Pairing()
    codes = opcodes([leaf.words for _, leaf in leaves], [line.words for line in lines])
    for what, a, b, c, d in codes:
        if what == "equal":
            found.leaf_of |= {line.number: leaf for line, leaf in zip(lines[c:d], leaves[a:b], strict=True)}
            continue
        waiting = list(lines[c:d])
        for part, leaf in leaves[a:b]:
            line = _like(leaf, waiting)
            if line is None:
                found.leaves_left.append((part, leaf))
            else:
                at = waiting.index(line)
                found.lines_left += waiting[:at]
                waiting = waiting[at + 1 :]
                found.leaf_of[line.number] = (part, leaf)
        found.lines_left += waiting
    return found


def _like(leaf: Leaf, lines: Sequence[Line]) -> Line | None:
    for line in lines:
        if leaf.may_read(line.words):
            return line
    best = max(lines, key=lambda line: _alikeness(leaf.words, line.words), default=None)
    return best if best and _alikeness(leaf.words, best.words) >= ALIKE else None


def _alikeness(first: str, second: str) -> float:
    matcher = SequenceMatcher(None, first.split(), second.split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE else 0
