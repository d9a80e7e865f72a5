"""Headings → a tree of sections. The document's numbers decide, whatever level it gives its headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plans.document.levels import DEEPEST
from plans.importing.blocks import Block, Heading
from plans.importing.blocks.contents import Entry
from plans.importing.findings.heading_labels import Label, Style, labels_of
from plans.importing.findings.plan import ReadSection
from plans.importing.likeness import ALIKE, alike

INTRODUCTION = "Indledning"
_PART = re.compile(r"(del\s+(?:\d+|[ivx]+))\b[\s.:–-]*(.*)", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(\S.*)")
_FOREWORD = re.compile(r"forord\b", re.IGNORECASE)
_APPENDIX = re.compile(r"bilag\b", re.IGNORECASE)


def is_introduction(block: Heading) -> bool:
    """The heading that text without one was given: it has no number, so that the others keep theirs."""
    return block.words == INTRODUCTION and not block.sure


@dataclass
class _Open:
    """A section that later headings may stand under."""

    section: ReadSection
    level: int  # of the heading, as the document has it
    label: Label | None = None
    children: int = 0


@dataclass
class _Outline:
    contents: Sequence[Entry]
    sections: list[ReadSection] = field(default_factory=list)
    path: list[_Open] = field(default_factory=list)
    parts: int = 0
    chapters: int = 0

    def heading(self, block: Heading) -> None:
        if part := _PART.fullmatch(block.words):
            self.parts += 1
            self.open_at(0, block, ReadSection("part", part[2], 0, f"Del {self.parts}", part[1]))
        elif _FOREWORD.match(block.words) or is_introduction(block):
            self.open_at(0, block, ReadSection("foreword", block.words, 0))
        elif label := self.label_of(block):
            self.under(self.place_of_number(label, block), block, label)
        else:
            self.under(self.place_of_level(block), block, None)

    def label_of(self, block: Heading) -> Label | None:
        """A letter or Roman number is one only where it begins a count, or goes on with one."""
        for label in labels_of(block):
            is_sure = label.style in (Style.DECIMAL, Style.CHAPTER)
            if is_sure or label.numbers == (1,) or self.sister_before(label) is not None:
                return label
        return None

    def sister_before(self, label: Label) -> int | None:
        """How much of the path stands above the open section that this one follows in the same count."""
        before = (*label.numbers[:-1], label.numbers[-1] - 1)
        for depth in range(len(self.path) - 1, -1, -1):
            last = self.path[depth].label
            if last and last.style is label.style and last.numbers == before:
                return depth
        return None

    def under(self, depth: int, block: Heading, label: Label | None) -> None:
        """Open a section below the first `depth` of the path."""
        heading, written = (label.words, label.written) if label else (block.words, "")
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
        counted = ".".join(map(str, label.numbers)) if label else ""
        section = ReadSection(kind, heading, level, number, written, counted=counted)
        self.open_at(depth, block, section, label)

    def open_at(self, depth: int, block: Heading, section: ReadSection, label: Label | None = None) -> None:
        section.parent = self.path[depth - 1].section if depth else None
        section.heading_level = block.level
        self.path = [*self.path[:depth], _Open(section, block.level, label)]
        self.sections.append(section)

    def top(self) -> int:
        """How much of the path a chapter stands under: its part, if there is one."""
        return 1 if self.path and self.path[0].section.kind == "part" else 0

    def place_of_number(self, label: Label, block: Heading) -> int:
        if len(label.numbers) > 1:
            return self.place_of_dotted(label.numbers)
        if label.style is not Style.DECIMAL and (depth := self.sister_before(label)) is not None:
            return depth
        [number] = label.numbers
        fits = [depth for depth in range(len(self.path), self.top(), -1) if self.next_child(depth) == number]
        is_next_chapter = number == self.chapters + 1
        if is_next_chapter and (not fits or self.is_chapter_rather_than(fits[0], block)):
            return self.top()
        return fits[0] if fits else self.place_of_level(block)

    def next_child(self, depth: int) -> int | None:
        above = self.path[depth - 1]
        return None if above.section.kind == "foreword" else above.children + 1

    def place_of_dotted(self, numbers: tuple[int, ...]) -> int:
        """Below the open section that has the number's first parts, else at the depth of its length."""
        wanted = numbers[:-1]
        for depth in range(len(self.path), self.top(), -1):
            above = self.path[depth - 1]
            of_portal = ".".join(map(str, wanted)) == above.section.number
            if of_portal or (above.label and above.label.numbers == wanted):
                return depth
        return min(self.top() + len(wanted), len(self.path))

    def is_chapter_rather_than(self, depth: int, block: Heading) -> bool:
        """A number that fits two places: by the contents, else by the look of chapters and sections."""
        sisters = [section for section in self.sections if section.parent is self.path[depth - 1].section]
        listed = self.number_in_contents(block.words)
        if listed and not any(map(self.is_listed_alike, sisters)):
            return "." not in listed
        chapters = [section for section in self.sections if section.level == 1]
        capitals = block.words.isupper(), chapters[-1].heading.isupper(), sisters[-1].heading.isupper()
        return capitals[0] == capitals[1] if capitals[1] != capitals[2] else block.level < self.path[-1].level

    def number_in_contents(self, words: str) -> str:
        for entry in self.contents:
            if (listed := _NUMBERED.fullmatch(entry.title)) and alike(entry.title, words) >= ALIKE:
                return listed[1]
        return ""

    def is_listed_alike(self, section: ReadSection) -> bool:
        """A section that the contents number like a chapter: then they tell no one from the other."""
        listed = self.number_in_contents(f"{section.written} {section.heading}")
        return listed == section.written and "." not in listed

    def place_of_level(self, block: Heading) -> int:
        """Below the nearest open section whose heading is of a higher level."""
        depth = len(self.path)
        while depth > self.top() and self.path[depth - 1].level >= block.level:
            depth -= 1
        return depth


def sections_of(blocks: Sequence[Block], contents: Sequence[Entry]) -> list[ReadSection]:
    """What stands before the first heading is left out."""
    outline = _Outline(contents)
    for block in blocks:
        if isinstance(block, Heading):
            outline.heading(block)
        elif outline.sections:
            outline.sections[-1].before.append(block)
    return outline.sections


def renumbered(sections: Sequence[ReadSection]) -> list[str]:
    """A remark for each section that stands with another number than the portal gives it."""
    return [
        f"Afsnittet »{section.heading}« har nummer {section.written} i dokumentet og får {section.number}."
        for section in sections
        if section.is_renumbered
    ]
