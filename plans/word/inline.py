"""The words of a paragraph with what they look like, read from HTML."""

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from typing import Self

from lxml.html import HtmlElement

from samarbejde.text.redline import NOTE

_SPACE = re.compile(r"[ \t\n\r\f]+")
BREAK = "\n"
CALLED_FOR = "data-note-in-word"  # a footnote, by the element that holds its words
MOVE = "data-move"  # "from" or "to", by the element that holds the paragraph


@dataclass(frozen=True)
class Look:
    bold: bool = False
    italic: bool = False
    raised: str = ""  # superscript or subscript
    mark: str = ""  # "ins", "del", "moveFrom" or "moveTo"
    link: str = ""  # address, or # and an anchor
    is_badge: bool = False


@dataclass(frozen=True)
class Picture:
    content: bytes
    alt: str

    @classmethod
    def read(cls, node: HtmlElement) -> Self | None:
        """None where the page says only where it lies."""
        head, _, packed = node.get("src", "").partition(";base64,")
        if not head.startswith("data:image/") or not packed:
            return None
        return cls(b64decode(packed), node.get("alt", ""))


@dataclass(frozen=True)
class Piece:
    text: str  # BREAK for a line's end; "" where a footnote is called for, and for a picture
    look: Look
    footnote: "Words | None" = None
    picture: Picture | None = None

    @property
    def is_thing(self) -> bool:
        return bool(self.footnote or self.picture)


@dataclass(frozen=True)
class Note:
    """What is said beside the text; by the document's author, and at no time, where nothing else is told."""

    lines: tuple[str, ...]
    author: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Span:
    """From one character of a paragraph to another."""

    start: int
    end: int
    note: Note


@dataclass(frozen=True)
class Words:
    pieces: list[Piece]
    notes: list[Note]  # beside all of them
    spans: list[Span] = field(default_factory=list)

    @property
    def line(self) -> str:
        """As long as the pieces are, with a space for every white space."""
        return "".join(piece.text for piece in self.pieces).replace(BREAK, " ").replace("\xa0", " ")

    def cut(self) -> Iterator[tuple[Piece, list[Note], list[Note]]]:
        """Pieces that no span begins or ends in, each with the notes that begin and end there."""
        ends = sorted({place for span in self.spans for place in (span.start, span.end)})
        place = 0
        for piece in self.pieces:
            if not piece.text:
                yield piece, [], []
                continue
            inner = [end for end in ends if place < end < place + len(piece.text)]
            for start, end in pairwise([place, *inner, place + len(piece.text)]):
                begun = [span.note for span in self.spans if span.start == start]
                ended = [span.note for span in self.spans if span.end == end]
                yield replace(piece, text=piece.text[start - place : end - place]), begun, ended
            place += len(piece.text)

    @property
    def mark(self) -> str:
        """The one that all of them have, else ""."""
        marks = {piece.look.mark for piece in self.pieces if piece.text.strip()}
        return marks.pop() if len(marks) == 1 else ""


def read(nodes: Iterable[HtmlElement | str], look: Look) -> Words:
    """White space as a browser would show it."""
    notes: list[Note] = []
    found: list[Piece] = []
    for piece in _pieces(nodes, look, notes):
        starts_line = not found or found[-1].text.endswith((" ", BREAK))
        text = piece.text.lstrip(" ") if starts_line else piece.text
        if text == BREAK and found:
            found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
        if text or piece.is_thing:
            found.append(replace(piece, text=text))
    while found and not found[-1].is_thing and not found[-1].text.strip(f" {BREAK}"):
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return Words([piece for piece in found if piece.text or piece.is_thing], notes)


def _pieces(nodes: Iterable[HtmlElement | str], look: Look, notes: list[Note]) -> Iterator[Piece]:
    for node in nodes:
        if isinstance(node, str):
            yield Piece(_SPACE.sub(" ", node), look)
        elif node.tag == "br":
            yield Piece(BREAK, look)
        elif node.get("class") == NOTE:
            notes.append(note_of(node))
        elif CALLED_FOR in node.attrib:
            yield Piece("", replace(look, link=""), read(inside(node), replace(look, link="")))
        elif "data-picture" in node.attrib:
            yield Piece(f"[Billede: {node.get('data-alt') or 'pynt'}] {node.text_content()}", look)
        elif node.tag == "img":
            picture = Picture.read(node)
            yield Piece("", look, picture=picture) if picture else Piece(node.get("alt", ""), look)
        elif node.tag == "svg":
            continue  # drawn of the table beside it, which has all that it says
        elif isinstance(node.tag, str):
            yield from _pieces(inside(node), _within(node, look), notes)


def note_of(node: HtmlElement) -> Note:
    return Note((" ".join(node.text_content().split()),))


def inside(node: HtmlElement) -> list[HtmlElement | str]:
    parts = [node.text, *(part for child in node for part in (child, child.tail))]
    return [part for part in parts if part is not None and part != ""]


def _within(node: HtmlElement, look: Look) -> Look:
    if node.tag in ("strong", "b"):
        return replace(look, bold=True)
    if node.tag in ("em", "i"):
        return replace(look, italic=True)
    if node.tag in ("sup", "sub"):
        return replace(look, raised="superscript" if node.tag == "sup" else "subscript")
    if node.tag in ("ins", "del"):
        return replace(look, mark=node.tag)
    if node.tag == "a" and node.get("href"):
        return replace(look, link=node.get("href"))
    if "badge" in node.get("class", "").split():
        return replace(look, is_badge=True)
    return look
