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
_HANGING = re.compile(
    r"(?:,|\b(?:og|eller|samt|i|på|af|for|til|med|ved|fra|om|at|en|et|den|det|de|som|der))$"
)
LONGEST_END = 60  # letters of a block that tell whether it breaks off
BOLD = re.compile(r"\*\*(?=\S)([^*]{1,1000})(?<=\S)\*\*")
_BOLD_LINE = re.compile(rf"\s*{BOLD.pattern}\s*")
_WORD_FOR_CONTENTS = re.compile(r"indhold(?:sfortegnelse)?:?", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    kind: str
    text: str  # lines as the document has them; cells of a row are divided by tabs
    level: int = 0  # of a heading
    number: int = 0  # of a numbered item
    bold: bool = False  # all of it

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
        self.is_bold = False  # the line that is read

    def read(self, text: str) -> list[Block]:
        for line in text.split("\n"):
            if line.strip():
                self.take(line)
            else:
                self.open = False
        self.close()
        return self.blocks

    def take(self, written: str) -> None:
        match = _BOLD_LINE.fullmatch(written)
        self.is_bold = match is not None
        line = match[1] if match else written
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
            self.go_on(written.lstrip())
        else:
            self.add(Block(PARAGRAPH, line.lstrip()))

    def add(self, block: Block, *, open_: bool = True) -> None:
        self.close()
        self.blocks.append(replace(block, bold=self.is_bold))
        self.open = open_

    def go_on(self, line: str) -> None:
        """A further line of the last block: bold is said of single lines, else word by word."""
        last = self.blocks[-1]
        if last.bold:
            self.blocks[-1] = replace(last, text=f"**{last.text}**", bold=False)
        self.more.append(line)

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


def names_contents(block: Block) -> bool:
    """`Indholdsfortegnelse`."""
    return _WORD_FOR_CONTENTS.fullmatch(block.words) is not None


def _is_contents(block: Block) -> bool:
    return block.kind == CONTENTS or names_contents(block)


def _joined(blocks: list[Block]) -> list[Block]:
    """A paragraph that goes on after a page break in the midst of its sentence is one paragraph."""
    pieces: list[list[Block]] = []
    for block in blocks:
        last = pieces[-1][-1] if pieces else None
        if last and block.kind == PARAGRAPH and last.bold == block.bold and goes_on(last, block.text):
            pieces[-1].append(replace(block, kind=last.kind))
        else:
            pieces.append([block])
    return [_sum(together) for together in pieces]


def _sum(pieces: list[Block]) -> Block:
    *before, last = (piece.text for piece in pieces)
    return replace(pieces[0], text="\n".join([*(text.rstrip() for text in before), last]))


def goes_on(last: Block, text: str) -> bool:
    """`text` is the rest of the sentence that `last` breaks off in."""
    end = last.text[-LONGEST_END:].rstrip()
    if last.kind not in (PARAGRAPH, BULLET, NUMBERED) or end.endswith(_END_OF_SENTENCE):
        return False
    return text[:1].islower() or _HANGING.search(end) is not None


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
