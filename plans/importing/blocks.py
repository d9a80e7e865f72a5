"""Text → blocks: headings, paragraphs, list items, table rows.

Reads what people's documents become when they are saved as text: with or without `#` before headings, lines
wrapped or not, sentences cut in two by a page break.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from plans.importing.contents import entry_in
from samarbejde.danish import MONTHS

HEADING, PARAGRAPH, BULLET, NUMBERED, ROW, CONTENTS = (
    "heading",
    "paragraph",
    "bullet",
    "numbered",
    "row",
    "contents",
)

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_BULLET = re.compile(r"\s*[-*•◦▪●–]\s+(\S.*)")
_NUMBERED = re.compile(rf"\s*(\d{{1,2}})[.)]\s+(?!(?:{'|'.join(MONTHS)})\b)(\S.*)")
_ROW = re.compile(r"\s*\|(.*)\|\s*")
_RULE = re.compile(r"[\s|:-]+")
_END_OF_SENTENCE = (".", "!", "?", ":", ";", "…", "”", '"', "»", "“")
BOLD = re.compile(r"\*\*(?=\S)([^*]{1,1000})(?<=\S)\*\*")
WORD_FOR_CONTENTS = re.compile(r"indhold(?:sfortegnelse)?:?", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    kind: str
    text: str  # lines as the document has them; cells of a row are divided by tabs
    level: int = 0  # of a heading
    number: int = 0  # of a numbered item

    @property
    def lines(self) -> list[str]:
        return [plain(line) for line in self.text.split("\n")]

    @property
    def words(self) -> str:
        """The text on one line, without marks."""
        return plain(flowing(self.text).replace("\n", " "))


def blocks_of(text: str) -> list[Block]:
    return _joined(_Reader().read(text))


class _Reader:
    """Line by line; a block is open until a blank line or the beginning of another."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.more: list[str] = []  # further lines of the last block
        self.open = False

    def read(self, text: str) -> list[Block]:
        for line in text.split("\n"):
            if line.strip():
                self.take(line)
            else:
                self.open = False
        self.close()
        return self.blocks

    def take(self, line: str) -> None:
        if match := _HEADING.fullmatch(line):
            self.add(Block(HEADING, match[2].rstrip("# ") or match[2], level=len(match[1])), open_=False)
        elif entry_in(line, loose=self.in_contents()):
            self.add(Block(CONTENTS, f"{self.begun_entry()}{line.strip()}"), open_=False)
        elif match := _ROW.fullmatch(line):
            if not _RULE.fullmatch(line):
                self.add(Block(ROW, "\t".join(cell.strip() for cell in match[1].split("|"))), open_=False)
        elif match := _BULLET.fullmatch(line):
            self.add(Block(BULLET, match[1]))
        elif (match := _NUMBERED.fullmatch(line)) and self.begins_item(int(match[1])):
            self.add(Block(NUMBERED, match[2], number=int(match[1])))
        elif self.open:
            self.more.append(line.lstrip())
        else:
            self.add(Block(PARAGRAPH, line.lstrip()))

    def add(self, block: Block, *, open_: bool = True) -> None:
        self.close()
        self.blocks.append(block)
        self.open = open_

    def close(self) -> None:
        if self.more:
            self.blocks[-1] = replace(self.blocks[-1], text="\n".join([self.blocks[-1].text, *self.more]))
            self.more = []

    def begins_item(self, number: int) -> bool:
        """In the midst of a paragraph a number is a word, unless a list begins or goes on there."""
        if not self.open:
            return True
        last = self.blocks[-1]
        return number == last.number + 1 if last.kind == NUMBERED else number == 1

    def in_contents(self) -> bool:
        """After a line of contents, or right below the word for it."""
        return bool(self.blocks) and not self.more and _is_contents(self.blocks[-1])

    def begun_entry(self) -> str:
        """The line above, taken back from the blocks, when it is the beginning of an entry that wraps."""
        wraps = self.open and not self.more and len(self.blocks) > 1 and _is_contents(self.blocks[-2])
        if not wraps or self.blocks[-1].kind not in (PARAGRAPH, NUMBERED):
            return ""
        begun = self.blocks.pop()
        number = f"{begun.number}. " if begun.kind == NUMBERED else ""
        return f"{number}{begun.text.strip()}\n"


def _is_contents(block: Block) -> bool:
    return block.kind == CONTENTS or bool(WORD_FOR_CONTENTS.fullmatch(block.text.strip()))


def _joined(blocks: list[Block]) -> list[Block]:
    """A paragraph that goes on after a page break in the midst of its sentence is one paragraph."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and block.kind == PARAGRAPH and goes_on(last, block.text):
            joined[-1] = replace(last, text=f"{last.text.rstrip()}\n{block.text}")
        else:
            joined.append(block)
    return joined


def goes_on(last: Block, text: str) -> bool:
    unfinished = last.kind in (PARAGRAPH, BULLET, NUMBERED) and not last.text.rstrip().endswith(
        _END_OF_SENTENCE
    )
    return unfinished and text[:1].islower()


def flowing(text: str) -> str:
    """Wrapped lines as running text; only a line ended by two spaces (a hard break) keeps its line end."""
    lines = text.split("\n")
    flow = [lines[0].rstrip()]
    for before, line in pairwise(lines):
        if before.endswith("  "):
            flow.append(f"\n{line.strip()}")
        else:
            flow[-1], line = _sewn(flow[-1], line.strip())
            flow.append(line)
    return "".join(flow)


def _sewn(before: str, line: str) -> tuple[str, str]:
    """Two lines to be put together: a divided word is made whole, the hyphen of "SSP-" and "Midt-" stays."""
    if before.endswith("/"):
        return before, line
    divided = re.search(r"(\w+)-$", before)
    if not divided or line.startswith(("og ", "eller ", "samt ")):
        return before, f" {line}"
    if divided[1].isupper() or divided[1][-1].isdigit() or not line[:1].islower():
        return before, line
    return before[:-1], line


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", BOLD.sub(r"\1", text)).strip()
