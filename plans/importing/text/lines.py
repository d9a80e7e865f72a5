"""Lines → blocks: headings, paragraphs, list items, table rows.

Reads what people's documents become when they are saved as text: with or without `#` before headings, lines
wrapped or not, sentences cut in two by a page break.
"""

import re
from dataclasses import replace

from plans.importing.blocks import Block
from plans.importing.blocks.contents import entry_in, names_contents
from plans.importing.text.drafts import BOLD, Draft, Shape, finished
from samarbejde.danish import MONTHS

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_BULLET = re.compile(r"(\s*)([-*•◦▪●–])\s+(\S.*)")
_NUMBERED = re.compile(rf"(\s*)((\d{{1,2}})[.)])\s+(?!(?:{'|'.join(MONTHS)})\b)(\S.*)")
_ROW = re.compile(r"\s*\|(.*)\|\s*")
_RULE = re.compile(r"[\s|:-]+")
_END_OF_SENTENCE = (".", "!", "?", ":", ";", "…", "”", '"', "»", "“")
_HANGING = re.compile(
    r"(?:,|\b(?:og|eller|samt|i|på|af|for|til|med|ved|fra|om|at|en|et|den|det|de|som|der))$"
)
_LONGEST_END = 60  # letters of a text that tell whether it breaks off
_BOLD_LINE = re.compile(rf"\s*{BOLD.pattern}\s*")
_RUNNING = (Shape.PARAGRAPH, Shape.BULLET, Shape.NUMBERED)


def blocks_of(text: str) -> list[Block]:
    return list(finished(_joined(_Reader().read(text))))


class _Reader:
    """Line by line; a draft is open until a blank line or the beginning of another."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.more: list[str] = []  # further lines of the last draft
        self.open = False
        self.line = 0
        self.is_bold = False  # the line that is read

    def read(self, text: str) -> list[Draft]:
        for self.line, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                self.take(line)
            else:
                self.open = False
        self.close()
        return self.drafts

    def take(self, written: str) -> None:
        match = _BOLD_LINE.fullmatch(written)
        self.is_bold = match is not None
        line = match[1] if match else written
        if match := _HEADING.fullmatch(line):
            self.add(Shape.HEADING, match[2].rstrip("# ") or match[2], level=len(match[1]))
        elif entry_in(line, loose=self.in_contents()):
            self.add(Shape.CONTENTS, f"{self.begun_entry()}{line.strip()}")
        elif match := _ROW.fullmatch(line):
            if not _RULE.fullmatch(line):
                self.add(Shape.ROW, "\t".join(cell.strip() for cell in match[1].split("|")))
        elif match := _BULLET.fullmatch(line):
            self.add(Shape.BULLET, match[3], label=match[2], indent=_width(match[1]))
        elif (match := _NUMBERED.fullmatch(line)) and self.begins_item(int(match[3])):
            indent = _width(match[1])
            self.add(Shape.NUMBERED, match[4], number=int(match[3]), label=match[2], indent=indent)
        elif self.open:
            self.go_on(written.lstrip())
        else:
            self.add(Shape.PARAGRAPH, line.lstrip())

    def add(
        self, shape: Shape, text: str, *, level: int = 0, number: int = 0, label: str = "", indent: int = 0
    ) -> None:
        self.close()
        self.drafts.append(Draft(shape, text, self.line, level, number, label, indent, bold=self.is_bold))
        self.open = shape in _RUNNING

    def go_on(self, line: str) -> None:
        """A further line of the last draft: bold is said of single lines, else word by word."""
        last = self.drafts[-1]
        if last.bold:
            self.drafts[-1] = replace(last, text=f"**{last.text}**", bold=False)
        self.more.append(line)

    def close(self) -> None:
        if self.more:
            self.drafts[-1] = replace(self.drafts[-1], text="\n".join([self.drafts[-1].text, *self.more]))
            self.more = []

    def begins_item(self, number: int) -> bool:
        """In the midst of a paragraph a number is a word, unless a list begins or goes on there."""
        if not self.open:
            return True
        last = self.drafts[-1]
        return number == last.number + 1 if last.shape is Shape.NUMBERED else number == 1

    def in_contents(self) -> bool:
        """After a line of contents, or right below the word for it."""
        return bool(self.drafts) and not self.more and _is_contents(self.drafts[-1])

    def begun_entry(self) -> str:
        """The line above, taken back, when it is the beginning of an entry that wraps."""
        wraps = self.open and not self.more and len(self.drafts) > 1 and _is_contents(self.drafts[-2])
        if not wraps or self.drafts[-1].shape is Shape.BULLET:
            return ""
        begun = self.drafts.pop()
        return f"{begun.label} {begun.text.strip()}\n".lstrip()


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))


def _is_contents(draft: Draft) -> bool:
    return draft.shape is Shape.CONTENTS or names_contents(draft.text)


def _joined(drafts: list[Draft]) -> list[Draft]:
    """A paragraph that goes on after a page break in the midst of its sentence is one paragraph."""
    pieces: list[list[Draft]] = []
    for draft in drafts:
        last = pieces[-1][-1] if pieces else None
        if last and draft.shape is Shape.PARAGRAPH and last.bold == draft.bold and _goes_on(last, draft):
            pieces[-1].append(replace(draft, shape=last.shape))
        else:
            pieces.append([draft])
    return [_sum(together) for together in pieces]


def _goes_on(last: Draft, draft: Draft) -> bool:
    return last.shape in _RUNNING and goes_on(last.text, draft.text)


def _sum(pieces: list[Draft]) -> Draft:
    *before, last = (piece.text for piece in pieces)
    return replace(pieces[0], text="\n".join([*(text.rstrip() for text in before), last]))


def goes_on(last: str, text: str) -> bool:
    """`text` is the rest of the sentence that `last` breaks off in."""
    end = last[-_LONGEST_END:].rstrip()
    if end.endswith(_END_OF_SENTENCE):
        return False
    return text[:1].islower() or _HANGING.search(end) is not None
