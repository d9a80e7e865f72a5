"""A text as the blocks that are compared: paragraphs of words, and what holds them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.html import escape
from lxml import html as lxml_html
from lxml.html import HtmlElement

from samarbejde.text.redline.words import Token, tokens_of

CONTAINERS = {"ul", "ol", "li", "blockquote", "table", "tbody", "tr", "td", "th"}
WORD = re.compile(r"\w+")


@dataclass(eq=False)
class Block:
    """A paragraph, which has runs of words, or what holds other blocks; `html` is all of it."""

    tag: str
    html: str
    opening: str = ""  # its tag with what it says; "" for a paragraph that is written without
    children: list["Block"] = field(default_factory=list)
    runs: list[HtmlElement | str] = field(default_factory=list)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What two blocks are held against each other by."""
        if self.tag == "p":
            return tuple(WORD.findall(" ".join(token.text for token in self.tokens).lower()))
        return tuple(word for child in self.children for word in child.words)

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens_of(self.runs)

    def paragraphs(self) -> Iterator["Block"]:
        if self.tag == "p":
            yield self
        for child in self.children:
            yield from child.paragraphs()

    def around(self, inner: str) -> str:
        return f"{self.opening}{inner}</{self.tag}>" if self.opening else inner


def blocks_of(text: str) -> list[Block]:
    return _inside(root_of(text))


def root_of(text: str) -> HtmlElement:
    return lxml_html.fragment_fromstring(text, create_parent="div")


def written(element: HtmlElement) -> str:
    return str(lxml_html.tostring(element, encoding="unicode", with_tail=False))


def _inside(element: HtmlElement) -> list[Block]:
    """What an element holds; words that stand in no paragraph are one."""
    found: list[Block] = []
    loose: list[HtmlElement | str] = [element.text] if element.text else []
    for child in element:
        if child.tag in CONTAINERS or child.tag == "p":
            found += [*_bare(loose), _block(child)]
            loose = [child.tail] if child.tail else []
        else:
            loose += [child, *([child.tail] if child.tail else [])]
    return [*found, *_bare(loose)]


def _bare(runs: list[HtmlElement | str]) -> list[Block]:
    html = "".join(escape(run) if isinstance(run, str) else written(run) for run in runs)
    return [Block("p", html, runs=runs)] if html.strip() else []


def _block(element: HtmlElement) -> Block:
    html = written(element)
    opening = html[: html.index(">") + 1]
    if element.tag == "p":
        runs = [part for child in element for part in (child, child.tail) if part is not None]
        return Block("p", html, opening, runs=[*([element.text] if element.text else []), *runs])
    if element.tag == "table":  # its rows, whatever they stand in
        return Block("table", html, opening, [_block(row) for row in element.iter("tr")])
    return Block(element.tag, html, opening, _inside(element))
