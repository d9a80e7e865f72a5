"""Blocks → text as the editor writes it, and as `samarbejde.text.rich_text.clean` leaves it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape, unescape
from itertools import groupby

from plans.importing.blocks import (
    BREAK,
    Block,
    Cell,
    Footnote,
    Item,
    Paragraph,
    Run,
    Table,
    Words,
    flowing_runs,
)
from plans.importing.blocks.walking import words_of
from samarbejde.text.rich_text_notes import LONGEST, OPENING, parted

_END, _TAG = re.compile(r"</(?:p|li|td|th)>|<br>|<[uo]l\b[^>]*>"), re.compile(r"<[^>]+>")
_TYPES = {"lower-alpha": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}


def as_html(blocks: Iterable[Block]) -> str:
    html = ""
    for is_list, group in groupby(blocks, key=lambda block: isinstance(block, Item)):
        if is_list:
            html += _lists([block for block in group if isinstance(block, Item)])
        else:
            html += "".join(map(_block, group))
    return html


def words_in(html: str) -> str:
    """What `as_html` wrote, without its marks: a line a block, and the notes last."""
    html, notes = parted(html)
    return unescape(_TAG.sub("", _END.sub("\n", "\n".join([html, *notes]))))


def _block(block: Block) -> str:
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Footnote):
        return as_html(block.blocks)
    return f"<p>{_inline(block.runs)}</p>" if isinstance(block, Words) else ""


def _lists(items: Sequence[Item]) -> str:
    """Items side by side make a list for each run of one numbering; deeper ones stand in the item above."""
    html, place = "", 0
    while place < len(items):
        first, inner = items[place], place
        html += _opening(first)
        while inner < len(items) and items[inner].numbering == first.numbering:
            below = inner + 1
            while below < len(items) and items[below].nesting > first.nesting:
                below += 1
            html += f"<li>{_inline(items[inner].runs)}{_lists(items[inner + 1 : below])}</li>"
            inner = below
        place = inner
        html += "</ol>" if first.numbering else "</ul>"
    return html


def _opening(first: Item) -> str:
    if not first.numbering:
        return "<ul>"
    start = f' start="{first.number}"' if first.number > 1 else ""
    type_ = f' type="{_TYPES[first.numbering]}"' if first.numbering in _TYPES else ""
    return f"<ol{start}{type_}>"


def _table(table: Table) -> str:
    width = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    has_spans = any(cell.rows > 1 for row in table.rows for cell in row)
    rows = ""
    for row in table.rows:
        missing = 0 if has_spans else width - sum(cell.columns for cell in row)
        rows += f"<tr>{''.join(map(_cell, (*row, *([Cell()] * missing))))}</tr>"
    return f"<table><tbody>{rows}</tbody></table>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.is_head else "td"
    spans = {"colspan": cell.columns, "rowspan": cell.rows}
    attributes = "".join(f' {name}="{number}"' for name, number in spans.items() if number > 1)
    only = cell.blocks[0] if len(cell.blocks) == 1 else None
    inner = _inline(only.runs) if isinstance(only, Paragraph) else as_html(cell.blocks)
    return f"<{tag}{attributes}>{inner}</{tag}>"


def _inline(runs: tuple[Run, ...]) -> str:
    html = ""
    for run in flowing_runs(_joined(runs)):
        words = escape(run.text, quote=False).replace(BREAK, "<br>").replace("\t", " ")
        before, words, after = _parted(words)
        for tag, is_so in (
            ("em", run.italic), ("strong", run.bold), ("sup", run.raised), ("sub", run.lowered)
        ):  # fmt: skip
            words = f"<{tag}>{words}</{tag}>" if is_so and words.strip() else words
        if run.link and words.strip():
            words = f'<a href="{escape(run.link)}">{words}</a>'
        html += f"{before}{words}{after}{_note(run.note) if run.note else ''}"
    return html.strip()


def _parted(words: str) -> tuple[str, str, str]:
    """The spaces at both ends apart: they have no look."""
    bare = words.strip(" ")
    begin = words.find(bare)
    return words[:begin], bare, words[begin + len(bare) :]


def _joined(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Neighbours of one look are one run."""
    found: list[Run] = []
    for look, group in groupby(runs, key=lambda run: replace(run, text="")):
        found.append(replace(look, text="".join(run.text for run in group)))
    return tuple(found)


def _note(note: Footnote) -> str:
    return f"{OPENING}{escape(' '.join(words_of(note.blocks))[:LONGEST], quote=False)}</span>"
