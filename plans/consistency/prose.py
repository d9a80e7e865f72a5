"""A section's HTML as the blocks, lines, items, rows, links and sentences that checks read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import html as lxml_html
from lxml.html import HtmlElement

from samarbejde.text.rich_text import plain_text
from samarbejde.text.rich_text_notes import parted

_LEAVES = ("p", "li", "td", "th", "blockquote")
_LISTS = ("ul", "ol")
_END = re.compile(r"(?<=[.!?])[\"”»’]?\s+(?=[A-ZÆØÅ0-9»”\"])")
# A full stop after these ends no sentence; nor does one after a number that goes on with a month or a noun.
_SHORT = re.compile(
    r"(?:\b(?:stk|ca|pr|nr|jf|kl|evt|bl\.\s?a|f\.\s?eks|div|mio|inkl|tlf|art|chr|kap|litra|dvs|mv|m\.v|mfl|m\.fl|hhv)"
    r"|\b[A-ZÆØÅ])\.$",
    re.IGNORECASE,
)
_LOOKED_AT = 20  # letters before the stop: more than either can take
_COUNTED = re.compile(r"\b\d{1,2}\.$")


@dataclass(frozen=True)
class Hyperlink:
    address: str
    words: str


@dataclass(frozen=True)
class Block:
    """A paragraph, list, quote or table."""

    element: HtmlElement

    @property
    def tag(self) -> str:
        return str(self.element.tag)

    @cached_property
    def text(self) -> str:
        return plain_text(_written(self.element))

    @cached_property
    def lines(self) -> list[str]:
        """The words of each paragraph, item and cell, without what stands inside it as one of its own."""
        return [line for leaf in _leaves(self.element) for line in _own_text(leaf).split("\n") if line]

    @cached_property
    def items(self) -> list[str]:
        """Of a list: its outermost items, each with all that it holds."""
        if self.tag not in _LISTS:
            return []
        return [plain_text(_written(item)) for item in self.element if item.tag == "li"]

    @cached_property
    def rows(self) -> list[list[str]]:
        """Of a table: the cells' words."""
        return [
            [plain_text(_written(cell)) for cell in row if cell.tag in ("td", "th")]
            for row in self.element.iter("tr")
        ]

    @cached_property
    def links(self) -> list[Hyperlink]:
        return [
            Hyperlink(link.get("href", ""), " ".join("".join(link.itertext()).split()))
            for link in self.element.iter("a")
        ]

    @cached_property
    def unlinked(self) -> str:
        """The words outside its links; in a footnote addresses become links by themselves."""
        without_notes, notes = parted(_written(self.element))
        if not (self.links or notes):
            return self.text
        copy = lxml_html.fromstring(without_notes)
        for link in list(copy.iter("a")):
            for child in list(link):
                link.remove(child)
            link.text = None
        return plain_text(_written(copy))

    @cached_property
    def sentences(self) -> list[str]:
        return [sentence for line in self.lines for sentence in sentences(line)]


def blocks(html: str) -> list[Block]:
    if not html:
        return []
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    return [Block(element) for element in root if isinstance(element.tag, str)]


def sentences(text: str) -> list[str]:
    """The sentences of running text; »stk. 3«, »Pr. 1. januar« and »ca. 20« stay whole."""
    found, begin = [], 0
    for end in _END.finditer(text):
        before = text[begin : end.start()]
        last = before[-_LOOKED_AT:]
        if _SHORT.search(last) or (_COUNTED.search(last) and len(before) > 3):
            continue
        found.append(text[begin : end.end()].strip())
        begin = end.end()
    return [sentence for sentence in [*found, text[begin:].strip()] if sentence]


def _leaves(element: HtmlElement) -> Iterator[HtmlElement]:
    if element.tag in _LEAVES:
        yield element
    for child in element:
        yield from _leaves(child)


def _own_text(leaf: HtmlElement) -> str:
    """Without the blocks inside it."""
    return plain_text("".join(_inline(leaf)))


def _inline(element: HtmlElement) -> Iterator[str]:
    yield _escaped(element.text)
    for child in element:
        if child.tag == "br" or "data-footnote" in child.attrib:
            yield str(lxml_html.tostring(child, encoding="unicode", with_tail=False))
        elif child.tag not in (*_LEAVES, *_LISTS, "table", "tbody", "thead", "tr"):
            yield from _inline(child)
        yield _escaped(child.tail)


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")


def _written(element: HtmlElement) -> str:
    return str(lxml_html.tostring(element, encoding="unicode", with_tail=False))
