"""Plan text as blocks: paragraphs of runs, lists, quotes and tables, written as the simplest HTML.

Whatever was read, the same blocks are written in the same way, so cleaning twice changes nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from django.utils.html import escape

from samarbejde.text.characters import composed
from samarbejde.text.rich_text_grid import Grid
from samarbejde.text.rich_text_notes import OPENING
from samarbejde.text.rich_text_pictures import Picture

_WHITE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True)
class Marks:
    href: str = ""
    title: str = ""
    strong: bool = False
    em: bool = False
    raised: str = ""  # "sup" or "sub"


@dataclass(frozen=True)
class Run:
    """Words in one style; a line break is the run "\\n"."""

    text: str
    marks: Marks


BREAK = "\n"
THING = "\ufffc"  # stands where something else than words does, and is never searched for


@dataclass(frozen=True)
class Note(Run):
    """A footnote, where it is called for; its words stand in a paragraph of its own."""

    inside: "Paragraph"

    def html(self) -> str:
        words = self.inside.inline()
        return f"{OPENING}{words}</span>" if words else ""


@dataclass(eq=False)
class Paragraph:
    runs: list[Run] = field(default_factory=list)

    def has_words(self) -> bool:
        return any(run.text.strip() for run in self.runs)

    def length(self) -> int:
        """Letters, as they will be written."""
        return sum(len(run.text) for run in _tidy(self.runs))

    def html(self) -> str:
        inline = self.inline()
        return f"<p>{inline}</p>" if inline else ""

    def inline(self) -> str:
        return _linked(_tidy(self.runs))


@dataclass(eq=False)
class Figure:
    picture: Picture
    caption: Paragraph

    def has_words(self) -> bool:
        return True

    def html(self) -> str:
        words = self.caption.inline()
        return f"{self.picture.opening}{f'<figcaption>{words}</figcaption>' if words else ''}</figure>"


@dataclass(eq=False)
class Block:
    """A list, item, quote, table, row or cell, or the whole text (`tag` is "")."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Block | Paragraph | Figure"] = field(default_factory=list)
    implied: bool = False  # not in what was read, so that the next of its kind joins it

    def has_words(self) -> bool:
        return any(child.has_words() for child in self.children)

    def html(self) -> str:
        if self.tag == "table":
            return _table(self)
        inner = self._inner()
        if not inner and self.tag not in ("td", "th"):
            return ""
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes.items())
        return f"<{self.tag}{attributes}>{inner}</{self.tag}>" if self.tag else inner

    def _inner(self) -> str:
        parts = [(child, child.html()) for child in self.children]
        kept = [(child, html) for child, html in parts if html]
        paragraphs = [child for child, _ in kept if isinstance(child, Paragraph)]
        # An item or a cell of one paragraph says it without <p>.
        bare = kept[0][0] if len(paragraphs) == 1 and self.tag in ("li", "td", "th") else None
        return "".join(
            child.inline() if child is bare and isinstance(child, Paragraph) else html for child, html in kept
        )


def _tidy(runs: list[Run]) -> list[Run]:
    """The runs with single spaces, none at the ends and none around line breaks; nothing if no words."""
    runs = list(_joined(runs))
    words = [number for number, run in enumerate(runs) if run.text.strip()]
    if not words:
        return []
    kept: list[Run] = []
    for run in runs[words[0] : words[-1] + 1]:
        if run.text in (BREAK, THING):
            _drop_last_space(kept)
            kept.append(run)
            continue
        text = _WHITE.sub(" ", run.text)
        if not kept or kept[-1].text.endswith((" ", BREAK)):
            text = text.removeprefix(" ")
        if text:
            kept.append(Run(text, run.marks))
    kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Words that stand in one style as one run, in which letters are composed."""
    for (marks, is_thing), group in groupby(runs, lambda run: (run.marks, run.text in (BREAK, THING))):
        if is_thing:
            yield from group
        else:
            yield Run(composed("".join(run.text for run in group)), marks)


def _drop_last_space(runs: list[Run]) -> None:
    if runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        if text := last.text[:-1]:
            runs.append(Run(text, last.marks))


def _linked(runs: list[Run]) -> str:
    return "".join(
        _link(href, title, list(group))
        for (href, title), group in groupby(runs, lambda r: (r.marks.href, r.marks.title))
    )


def _link(href: str, title: str, runs: list[Run]) -> str:
    inner = _marked(runs, ("strong", "em", "raised"))
    if not href or not "".join(run.text for run in runs).strip():
        return inner
    more = f' title="{escape(title)}"' if title else ""
    return f'<a href="{escape(href)}"{more}>{inner}</a>'


def _marked(runs: list[Run], tags: tuple[str, ...]) -> str:
    if not tags:
        return "".join(map(_written, runs))
    name, *rest = tags
    html = ""
    for marked, group in groupby(runs, lambda run: getattr(run.marks, name)):
        inner = _marked(list(group), tuple(rest))
        tag = marked if isinstance(marked, str) else name
        html += f"<{tag}>{inner}</{tag}>" if marked else inner
    return html


def _written(run: Run) -> str:
    if isinstance(run, Note):
        return run.html()
    return "<br>" if run.text == BREAK else escape(run.text)


def _table(table: Block) -> str:
    rows = [row for row in table.children if isinstance(row, Block) and row.children]
    while rows and not rows[-1].has_words():
        rows.pop()
    grid = Grid(len(rows))
    for number, row in enumerate(rows):
        for cell in row.children:
            if isinstance(cell, Block):
                cell.attributes = grid.put(cell.attributes, number)
    lines = []
    for row, columns in zip(rows, grid.taken, strict=True):
        empty = "<td></td>" * (grid.width - len(columns))
        lines.append(f"<tr>{''.join(cell.html() for cell in row.children)}{empty}</tr>")
    return f"<table><tbody>{''.join(lines)}</tbody></table>" if lines else ""
