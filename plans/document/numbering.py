"""The plan's order, numbers and heading levels, computed from its tree of sections."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plans.document.levels import LOWEST_LEVEL, TOP_LEVEL
from plans.document.models import Section, SectionKind


@dataclass(frozen=True)
class Numbered:
    section: Section
    number: str  # "Del 1", "3", "3.1"; "" for a foreword
    depth: int  # 0 at the top of the tree
    level: int  # of its HTML heading, 2–6, never skipping one

    @property
    def label(self) -> str:
        """The number as it stands before a heading: »Del 1«, »3.«, »3.1«."""
        return f"{self.number}." if self.number.isdigit() else self.number

    @property
    def title(self) -> str:
        """Label and heading as readers see them: »Del 1«, »3. Prioriteter«, »3.1 Natteliv«."""
        separator = ": " if self.section.kind == SectionKind.PART else " "
        return separator.join(filter(None, (self.label, self.section.heading)))


def numbered(sections: Iterable[Section]) -> list[Numbered]:
    """All sections of one plan in reading order.

    Chapters and appendices share one count that runs on across parts, as readers refer to
    »kapitel 4« whatever part it stands in.
    """
    children: dict[int | None, list[Section]] = defaultdict(list)
    for section in sections:
        children[section.parent_id].append(section)
    for siblings in children.values():
        siblings.sort(key=lambda section: (section.position, section.pk))
    return list(_Count(children).walk(None, "", 0))


class _Count:
    def __init__(self, children: dict[int | None, list[Section]]) -> None:
        self.children = children
        self.parts = 0
        self.chapters = 0

    def walk(self, parent: int | None, prefix: str | None, depth: int) -> Iterator[Numbered]:
        """`prefix` is "" where chapters are counted, and None below a foreword, which has no numbers."""
        for position, section in enumerate(self.children[parent], start=1):
            number = f"{prefix}.{position}" if prefix else self.at_top(section) if prefix == "" else ""
            yield Numbered(section, number, depth, min(TOP_LEVEL + depth, LOWEST_LEVEL))
            inner = "" if section.kind == SectionKind.PART else number or None
            yield from self.walk(section.pk, inner, depth + 1)

    def at_top(self, section: Section) -> str:
        if section.kind == SectionKind.FOREWORD:
            return ""
        if section.kind == SectionKind.PART:
            self.parts += 1
            return f"Del {self.parts}"
        self.chapters += 1
        return str(self.chapters)
