"""Names and their titles in cells: an office belongs to the nearest name that has none."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from plans.importing.blocks import BREAK, WRAP, Block, Holds, Paragraph, Table, Words, flowing, walk
from plans.importing.findings.offices import is_office

Pairs = list[tuple[str, str]]  # names and titles
Rows = list[list[list[str]]]  # rows of cells of lines
_NAME = re.compile(r"[A-ZÆØÅ][^\d,:;!?]{2,60}")
_LINE_TO_WRITE_ON = re.compile(r"[_.…\-–\s]+")


def is_name(line: str) -> bool:
    """Two words or more, in capitals but for »af« and »von«."""
    words = line.split()
    looks = _NAME.fullmatch(line) and not is_office(line)
    return bool(looks) and len(words) > 1 and all(word[0].isupper() or len(word) <= 3 for word in words)


def rows_of(blocks: Sequence[Block], place: int) -> tuple[list[int], Rows]:
    """The rows of a table; paragraphs with tabs that follow each other are rows, too."""
    block = blocks[place]
    if isinstance(block, Table):
        if block.holds not in (None, Holds.SIGNATORIES):
            return [place], []
        rows = [[_lines(walk(cell.blocks)) for cell in row] for row in block.rows]
        return [place], rows
    tabbed = [one for one in takewhile(_has_tabs, blocks[place:]) if isinstance(one, Paragraph)]
    rows = [
        [[" ".join(part.split())] for part in re.split("\t+", line.strip("\t"))]
        for one in tabbed
        for line in one.text.replace(BREAK, WRAP).split(WRAP)
    ]
    return list(range(place, place + len(tabbed))), rows


def _has_tabs(block: Block) -> bool:
    return isinstance(block, Paragraph) and "\t" in block.text.strip()


def _lines(blocks: Iterable[Block]) -> list[str]:
    lines = (line for block in blocks if isinstance(block, Words) for line in block.lines)
    return [line for line in lines if not _LINE_TO_WRITE_ON.fullmatch(line)]


def pairs_in_rows(rows: Rows) -> Pairs:
    """None, unless every title has a name."""
    lines = _whole(_in_order(rows))
    titles = [place for place, line in enumerate(lines) if is_office(line)]
    pairs = _nearest(lines, titles)
    if len(pairs) < len(titles):
        return []
    return pairs + [pair for line in lines if (pair := _on_one_line(line))]


def _in_order(rows: Rows) -> list[str]:
    """Line by line and cell by cell; a row of names above a row of titles is read column by column."""
    lines: list[str] = []
    at = 0
    while at < len(rows):
        row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else []
        names, titles = ([flowing(WRAP.join(cell)) for cell in one] for one in (row, below))
        if len(row) == len(below) > 1 and _all(is_name, names) and _all(is_office, titles):
            lines += [one for pair in zip(names, titles, strict=True) for one in pair if one]
            at += 2
        else:
            lines += [line for cell in row for line in cell]
            at += 1
    return lines


def _all(are: Callable[[str], bool], words: list[str]) -> bool:
    return any(words) and all(are(one) for one in words if one)


def _whole(lines: Sequence[str]) -> list[str]:
    """A title that wraps (»Borgmester i Ringkøbing-«, »Skjern Kommune«) on one line."""
    joined: list[str] = []
    for line in lines:
        last = joined[-1] if joined else ""
        is_end, is_whole = (text.lower().endswith("kommune") for text in (line, last))
        goes_on = is_end and not is_whole and not is_office(line)
        if is_office(last) and (goes_on or last.lower().endswith(" i")):
            joined[-1] = flowing(f"{last}{WRAP}{line}")
        else:
            joined.append(line)
    return joined


def _nearest(lines: Sequence[str], titles: Sequence[int]) -> Pairs:
    used: set[int] = set()
    found: Pairs = []
    kinds = [line for line in lines if is_office(line) or is_name(line)]
    nearest = (1, -1) if kinds and is_office(kinds[0]) else (-1, 1)
    for place in titles:
        for near in (place + step for step in nearest):
            if 0 <= near < len(lines) and near not in used and is_name(lines[near]):
                used.add(near)
                found.append((lines[near], lines[place]))
                break
    return found


def _on_one_line(line: str) -> tuple[str, str] | None:
    name, _, title = line.partition(", ")
    return (name, title) if is_name(name) and is_office(title) else None
