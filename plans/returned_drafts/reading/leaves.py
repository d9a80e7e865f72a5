"""The paragraphs of a section's text, each with the place of its letters in the HTML.

The HTML is what `samarbejde.text.rich_text.clean` left.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

from samarbejde.text.rich_text_fields import FIELD
from samarbejde.text.rich_text_notes import OPENING

_TOKEN = re.compile(r"<[^<>]*>|&[^;&<>\s]{1,12};|[^<&]+|[<&]")
_TAG = re.compile(r"<(/?)\s*([a-z0-9]+)")
_INLINE = {"a", "em", "strong", "sub", "sup", "span"}


@dataclass(frozen=True)
class Piece:
    """Letters that stand together in the HTML; an entity is one."""

    start: int
    end: int
    text: str


@dataclass
class Element:
    """A block; `end` is where its closing tag ends."""

    tag: str
    start: int
    end: int = 0
    is_simple: bool = True  # has no block in it
    outermost: "Element | None" = None


@dataclass
class Leaf:
    element: Element
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def words(self) -> str:
        return " ".join(self.text.split())

    @property
    def has_fields(self) -> bool:
        return FIELD.search(self.text) is not None

    def may_read(self, words: str) -> bool:
        """With something in the place of each field."""
        if not self.has_fields:
            return self.words == words
        pattern = ".*".join(re.escape(" ".join(part.split())) for part in FIELD.split(self.text))
        return re.fullmatch(pattern.replace(r".*", r"\s*.*\s*"), words) is not None


def leaves_of(html: str) -> list[Leaf]:
    """Those with words of their own; what a field alone fills is the register's."""
    return [leaf for leaf in _Reader(html).read() if FIELD.sub("", leaf.text).strip()]


class _Reader:
    def __init__(self, html: str) -> None:
        self._html = html
        self._open: list[Element] = []
        self._leaf: Leaf | None = None
        self._leaves: list[Leaf] = []

    def read(self) -> list[Leaf]:
        for start, end, token in _without_notes(_TOKEN.finditer(self._html)):
            tag = _TAG.match(token)
            if tag is None:
                self._letters(start, end, unescape(token))
            elif tag[2] == "br":
                self._letters(end, end, " ")
            elif tag[2] not in _INLINE:
                self._block(start, end, tag[2], closes=bool(tag[1]))
        return self._leaves

    def _letters(self, start: int, end: int, text: str) -> None:
        if self._leaf is None:
            if not self._open or not text.strip():
                return
            self._leaf = Leaf(self._open[-1])
            self._leaves.append(self._leaf)
        self._leaf.pieces.append(Piece(start, end, text))

    def _block(self, start: int, end: int, tag: str, *, closes: bool) -> None:
        self._leaf = None
        if not closes:
            for around in self._open:
                around.is_simple = False
            outermost = self._open[0] if self._open else None
            self._open.append(Element(tag, start, outermost=outermost))
        elif self._open:
            self._open.pop().end = end


def _without_notes(tokens: Iterable[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    in_note = False
    for token in tokens:
        if token[0] == OPENING:
            in_note = True
        elif in_note:
            in_note = token[0] != "</span>"
        else:
            yield token.start(), token.end(), token[0]
