"""Headings → a tree of sections. The document's numbers decide, whatever level it gives its headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plans.document.levels import DEEPEST
from plans.importing.blocks import HEADING, Block
from plans.importing.contents import ALIKE, Entry, alike
from plans.importing.findings import ReadSection

_PART = re.compile(r"(del\s+(?:\d+|[ivx]+))\b[\s.:–-]*(.*)", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(\S.*)")
_FOREWORD = re.compile(r"forord\b", re.IGNORECASE)
_APPENDIX = re.compile(r"bilag\b", re.IGNORECASE)


@dataclass
class _Open:
    """A section that later headings may stand under."""

    section: ReadSection
    level: int  # of the heading, as the document has it
    children: int = 0


@dataclass
class _Outline:
    contents: Sequence[Entry]
    sections: list[ReadSection] = field(default_factory=list)
    path: list[_Open] = field(default_factory=list)
    parts: int = 0
    chapters: int = 0

    def heading(self, block: Block) -> None:
        if part := _PART.fullmatch(block.words):
            self.parts += 1
            self.open_at(0, block, ReadSection("part", part[2], 0, f"Del {self.parts}", part[1]))
        elif _FOREWORD.match(block.words):
            self.open_at(0, block, ReadSection("foreword", block.words, 0))
        elif numbered := _NUMBERED.fullmatch(block.words):
            self.under(self.place_of_number(numbered[1], block), block, numbered[2], numbered[1])
        else:
            self.under(self.place_of_level(block), block, block.words, "")

    def under(self, depth: int, block: Block, heading: str, written: str) -> None:
        """Open a section below the first `depth` of the path."""
        depth = min(depth, DEEPEST - 1)
        above = self.path[depth - 1] if depth else None
        if above is None or above.section.kind in ("part", "foreword"):
            self.chapters += 1
            number, level = str(self.chapters), 1
            kind = "appendix" if _APPENDIX.match(heading) else "chapter"
            depth = 1 if above and above.section.kind == "part" and kind == "chapter" else 0
        else:
            above.children += 1
            number, level, kind = (
                f"{above.section.number}.{above.children}",
                above.section.level + 1,
                "section",
            )
        self.open_at(depth, block, ReadSection(kind, heading, level, number, written))

    def open_at(self, depth: int, block: Block, section: ReadSection) -> None:
        section.parent = self.path[depth - 1].section if depth else None
        section.heading_level = block.level
        self.path = [*self.path[:depth], _Open(section, block.level)]
        self.sections.append(section)

    def top(self) -> int:
        """How much of the path a chapter stands under: its part, if there is one."""
        return 1 if self.path and self.path[0].section.kind == "part" else 0

    def place_of_number(self, number: str, block: Block) -> int:
        parts = number.split(".")
        if len(parts) > 1:
            return self.place_of_dotted(parts)
        fits = [
            depth for depth in range(len(self.path), self.top(), -1) if self.next_child(depth) == int(number)
        ]
        is_next_chapter = int(number) == self.chapters + 1
        if is_next_chapter and (not fits or self.is_chapter_rather_than(fits[0], block)):
            return self.top()
        return fits[0] if fits else self.place_of_level(block)

    def next_child(self, depth: int) -> int | None:
        above = self.path[depth - 1]
        return None if above.section.kind == "foreword" else above.children + 1

    def place_of_dotted(self, parts: list[str]) -> int:
        """Below the open section that has the number's first parts, else at the depth of its length."""
        for depth in range(len(self.path), self.top(), -1):
            section = self.path[depth - 1].section
            if ".".join(parts[:-1]) in (section.written, section.number):
                return depth
        return min(self.top() + len(parts) - 1, len(self.path))

    def is_chapter_rather_than(self, depth: int, block: Block) -> bool:
        """A number that fits two places: by the contents, else by the look of chapters and sections."""
        for entry in self.contents:
            if (listed := _NUMBERED.fullmatch(entry.title)) and alike(entry.title, block.words) >= ALIKE:
                return "." not in listed[1]
        sisters = [section for section in self.sections if section.parent is self.path[depth - 1].section]
        chapters = [section for section in self.sections if section.level == 1]
        capitals = block.words.isupper(), chapters[-1].heading.isupper(), sisters[-1].heading.isupper()
        return capitals[0] == capitals[1] if capitals[1] != capitals[2] else block.level < self.path[-1].level

    def place_of_level(self, block: Block) -> int:
        """Below the nearest open section whose heading is of a higher level."""
        depth = len(self.path)
        while depth > self.top() and self.path[depth - 1].level >= block.level:
            depth -= 1
        return depth


def sections_of(blocks: Sequence[Block], contents: Sequence[Entry]) -> list[ReadSection]:
    """What stands before the first heading is left out."""
    outline = _Outline(contents)
    for block in blocks:
        if block.kind == HEADING:
            outline.heading(block)
        elif outline.sections:
            outline.sections[-1].before.append(block)
    return outline.sections


def renumbered(sections: Sequence[ReadSection]) -> list[str]:
    """A remark for each section that stands with another number than the portal gives it."""
    return [
        f"Afsnittet »{section.heading}« har nummer {section.written} i dokumentet og får {section.number}."
        for section in sections
        if section.written and section.kind != "part" and section.written != section.number
    ]
