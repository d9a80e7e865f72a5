"""The words of two paragraphs held against each other."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from lxml import html as lxml_html
from lxml.html import HtmlElement

from samarbejde.text.matching import LONGEST, opcodes

BREAK = "\n"
END = "\f"  # of a paragraph, between the two that one was split into

_PIECE = re.compile(r"(\s*)(\w+|[^\w\s])")


class Token(NamedTuple):
    """A word or a sign, with the space before it and what it stands in. Two are the same by `key`."""

    text: str
    space: str = " "
    link: str = ""  # the opening tag
    styles: tuple[str, ...] = ()  # opening tags, the outermost first
    is_thing: bool = False  # no word but, say, a picture: `text` is its HTML

    @property
    def key(self) -> tuple[str, bool]:
        return self.text, bool(self.space)

    @property
    def html(self) -> str:
        if self.text == BREAK:
            return "<br>"
        return f"{self.space}{self.text if self.is_thing else escape(self.text, quote=False)}"


Marked = tuple[str, Token]  # "ins", "del" or ""


def tokens_of(runs: Iterable[HtmlElement | str]) -> list[Token]:
    """The first word of a paragraph, and of a line, counts as one with a space before it."""
    found: list[Token] = []
    space = " "
    for run, link, styles in _read(runs):
        if isinstance(run, str):
            for match in _PIECE.finditer(run):
                found.append(Token(match[2], space or match[1], link, styles))
                space = ""
            space = space or run[len(run.rstrip()) :]
        elif run.tag == "br":
            found.append(Token(BREAK, "", "", styles))
            space = " "
        else:
            html = str(lxml_html.tostring(run, encoding="unicode", with_tail=False))
            found.append(Token(html, space, link, styles, is_thing=True))
            space = ""
    return found


def compared(old: list[Token], new: list[Token]) -> list[Marked]:
    """The newer words with what is gone among them; a line's end is never marked."""
    found: list[Marked] = []
    keys = [token.key for token in old], [token.key for token in new]
    for what, a, b, c, d in opcodes(*keys, longest=LONGEST):
        if what != "equal":
            found += [("del", token) for token in old[a:b] if token.text not in (BREAK, END)]
        mark = "" if what == "equal" else "ins"
        found += [("" if token.text in (BREAK, END) else mark, token) for token in new[c:d]]
    return found


def all_marked(tokens: Iterable[Token], mark: str) -> list[Marked]:
    return [("" if token.text == BREAK else mark, token) for token in tokens]


def inline(marked: Iterable[Marked]) -> str:
    """As HTML. A link is not cut in pieces, so the marks may stand within it; else they stand outside all."""
    outer: list[tuple[str, str]] = []  # the mark and the words of each stretch
    for link, group in groupby(marked, lambda one: one[1].link):
        stretches = [
            (mark, [token for _, token in part]) for mark, part in groupby(group, lambda one: one[0])
        ]
        if link and len(stretches) > 1:
            inner = _joined([(mark, _styled(tokens)) for mark, tokens in stretches])
            outer.append(("", _around(link, inner)))
        else:
            outer += [(mark, _around(link, _styled(tokens))) for mark, tokens in stretches]
    return _joined(outer).replace("<br> ", "<br>").strip()


def _joined(stretches: Iterable[tuple[str, str]]) -> str:
    """What is marked takes the space before it along where a sign without one, such as a comma, follows."""
    groups = [
        (mark, "".join(part for _, part in group)) for mark, group in groupby(stretches, lambda one: one[0])
    ]
    html = ""
    for (mark, words), (_, after) in zip(groups, [*groups[1:], ("", " ")], strict=True):
        if mark and not after.startswith((" ", "<br>")):
            html += f"<{mark}>{words}</{mark}>"
        else:
            html += _around(f"<{mark}>" if mark else "", words)
    return html


def _styled(tokens: list[Token], depth: int = 0) -> str:
    html = ""
    for style, group in groupby(tokens, lambda token: "".join(token.styles[depth : depth + 1])):
        if style:
            html += _around(style, _styled(list(group), depth + 1))
        else:
            html += "".join(token.html for token in group)
    return html


def _around(opening: str, inner: str) -> str:
    """The space before the first word stands outside."""
    if not opening:
        return inner
    bare = inner.lstrip()
    tag = opening.strip("<>").split()[0]
    return f"{inner[: len(inner) - len(bare)]}{opening}{bare}</{tag}>"


def _read(
    runs: Iterable[HtmlElement | str], link: str = "", styles: tuple[str, ...] = ()
) -> Iterator[tuple[str | HtmlElement, str, tuple[str, ...]]]:
    """Each run of words, and each thing without any, with the link and the styles around it."""
    for run in runs:
        if isinstance(run, str) or run.tag == "br" or _is_thing(run):
            yield run, link, styles
            continue
        inside = [run.text, *(part for child in run for part in (child, child.tail))]
        opening = _opening(run)
        around = (opening, styles) if run.tag == "a" else (link, (*styles, opening))
        yield from _read((part for part in inside if part is not None), *around)


def _is_thing(element: HtmlElement) -> bool:
    """What is taken out and put in as a whole: a picture, a footnote."""
    return "data-footnote" in element.attrib or element.tag == "figure" or not "".join(element.itertext())


def _opening(element: HtmlElement) -> str:
    said = "".join(f' {name}="{escape(value)}"' for name, value in element.attrib.items())
    return f"<{element.tag}{said}>"
