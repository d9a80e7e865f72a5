"""Any HTML, read into the blocks that plan text is made of. No word is lost, every other thing is."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from samarbejde.text.characters import printable, seen
from samarbejde.text.rich_text_apart import figure, named_picture, note
from samarbejde.text.rich_text_attributes import list_attributes, marks
from samarbejde.text.rich_text_blocks import BREAK, Block, Figure, Marks, Paragraph, Run
from samarbejde.transitions import Refused

DEEPEST = 60  # nested elements; WeasyPrint recurses
_INLINE_LAYERS = 5  # p, a, strong, em, sup

# Struck out words are gone: of what another document marks as changed, what it came to say stays.
_DROPPED = frozenset(["script", "style", "head", "template", "xml", "del", "s", "strike"])
_PARAGRAPHS = frozenset(
    """p div pre hr h1 h2 h3 h4 h5 h6 address article aside section header footer main nav figure figcaption
    center fieldset legend form dl dt dd details summary caption option iframe textarea title body""".split()  # noqa: SIM905 - thirty lines otherwise
)
_OUTERMOST = 3  # elements that are open around the text: html, body and the div of `read`
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def read(html: str) -> Block:
    parser = etree.HTMLParser(
        target=_Reader(), huge_tree=True, recover=True, no_network=True, remove_comments=True
    )
    # An element of ours around it: an empty text has no root, and stray words need a body.
    parser.feed(f"<body><div>{seen(html)}</div></body>")
    root: Block = parser.close()
    return root


@dataclass
class _Open:
    """An element that is open: what its end undoes."""

    tag: str
    marks: Marks
    depth: int
    ends_paragraph: bool
    ends: "Callable[[Paragraph], None] | None" = None  # what becomes of words that stand apart


class _Reader:
    """lxml calls `start`, `data` and `end` in document order; ends always match starts."""

    def __init__(self) -> None:
        self.root = Block("")
        self.stack = [self.root]  # blocks that are open
        self.open: list[_Open] = []
        self.marks = Marks()
        self.paragraph: Paragraph | None = None
        self.apart: Paragraph | None = None  # a footnote, or the words below a picture
        self.dropping = 0
        self.verbatim = 0
        self.heard: list[str] = []  # text comes in pieces; it is read at the next tag

    # --- what the parser tells ----------------------------------------------------------------------

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._read_words()
        self.open.append(_Open(tag, self.marks, len(self.stack), tag in _PARAGRAPHS or tag in _BUILDERS))
        self.dropping += tag in _DROPPED
        self.verbatim += tag == "pre"
        if self.dropping:
            return
        if self.apart is not None:
            self.apart.runs.append(Run(" " * (tag != "span"), Marks()))
            return
        if ends := self._ends_of(tag, attributes):
            self.open[-1].ends, self.apart = ends, Paragraph()
            return
        if self.open[-1].ends_paragraph:
            self.paragraph = None
        if tag == "br":
            self._words(BREAK)
        elif tag in _BUILDERS:
            _BUILDERS[tag](self, tag, attributes)
        self.marks = marks(self.marks, tag, attributes)

    def end(self, tag: str) -> None:
        self._read_words()
        closed = self.open.pop()
        self.dropping -= tag in _DROPPED
        self.verbatim -= tag == "pre"
        if closed.ends is not None and self.apart is not None:
            words, self.apart = self.apart, None
            closed.ends(words)
        self.marks = closed.marks
        if closed.ends_paragraph and self.apart is None:
            self.paragraph = None
        del self.stack[closed.depth :]

    def data(self, text: str) -> None:
        if not self.dropping:
            self.heard.append(text)

    def close(self) -> Block:
        return self.root

    # --- words --------------------------------------------------------------------------------------

    def _read_words(self) -> None:
        text = printable("".join(self.heard))
        self.heard.clear()
        if self.verbatim:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._words(BREAK)
                self._words(line)
        elif len(self.open) == _OUTERMOST:
            # Beside the blocks, as typed without the editor: a blank line parts paragraphs.
            for number, paragraph in enumerate(_BLANK_LINE.split(text)):
                if number:
                    self.paragraph = None
                self._words(paragraph.replace(BREAK, " "))
        else:
            self._words(text.replace(BREAK, " "))

    def _words(self, text: str) -> None:
        if self.apart is not None:
            self.apart.runs.append(Run(text.replace(BREAK, " "), Marks()))
            return
        if self.paragraph is None:
            if not text.strip():
                return
            self.paragraph = Paragraph()
            self._add(self.paragraph)
        self.paragraph.runs.append(Run(text, self.marks))

    def _ends_of(self, tag: str, attributes: Mapping[str, str]) -> Callable[[Paragraph], None] | None:
        """What becomes of the words in an element whose words stand apart; None of another."""
        if tag == "span" and "data-footnote" in attributes:
            return self._note
        picture = named_picture(attributes) if tag == "figure" else None
        return (lambda words: self._add(figure(picture, words))) if picture else None

    def _note(self, words: Paragraph) -> None:
        if made := note(words, self.marks):
            if self.paragraph is None:
                self.paragraph = Paragraph()
                self._add(self.paragraph)
            self.paragraph.runs.append(made)

    # --- blocks -------------------------------------------------------------------------------------

    def _add(self, child: Block | Paragraph | Figure) -> None:
        """Put a paragraph or a block where it may stand, nearest to where it was."""
        parent = self.stack[-1]
        if parent.tag in ("ul", "ol"):
            if not parent.children:
                parent.children.append(Block("li"))
            item = parent.children[-1]
            if isinstance(item, Block):
                item.children.append(child)
        elif parent.tag in ("table", "tr"):
            self._add_before_table(child)
        else:
            parent.children.append(child)

    def _add_before_table(self, child: Block | Paragraph | Figure) -> None:
        table = max(n for n, block in enumerate(self.stack) if block.tag == "table")
        outside = max(n for n, block in enumerate(self.stack) if block.tag not in ("table", "tr"))
        around = self.stack[outside].children
        if self.stack[outside].tag in ("ul", "ol") and isinstance(around[-1], Block):
            around = around[-1].children
        # Open tables are the last of their surroundings: the search is short.
        at = next(n for n in reversed(range(len(around))) if around[n] is self.stack[table])
        around.insert(at, child)

    def _push(self, block: Block) -> None:
        if len(self.stack) + _INLINE_LAYERS >= DEEPEST:
            raise Refused(f"Teksten er bygget i mere end {DEEPEST} lag. Indsæt den som ren tekst i stedet.")
        self.stack.append(block)

    def _block(self, tag: str, attributes: Mapping[str, str]) -> None:
        block = Block(tag, list_attributes(attributes) if tag == "ol" else {})
        self._add(block)
        self._push(block)

    def _item(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.stack[-1].tag not in ("ul", "ol"):
            stray = self._implied("ul")
            if stray is None:
                stray = Block("ul", implied=True)
                self._add(stray)
            self._push(stray)
        self._child(Block("li"))

    def _row(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.stack[-1].tag == "table":
            self._child(Block("tr"))

    def _cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.stack[-1].tag == "table":
            if row := self._implied("tr"):
                self._push(row)
            else:
                self._child(Block("tr", implied=True))
        if self.stack[-1].tag == "tr":
            self._child(Block(tag, {name: attributes.get(name, "1") for name in ("colspan", "rowspan")}))

    def _child(self, block: Block) -> None:
        self.stack[-1].children.append(block)
        self._push(block)

    def _implied(self, tag: str) -> Block | None:
        """The last block here, when it is an implied one that the next may join."""
        last = self.stack[-1].children[-1] if self.stack[-1].children else None
        return last if isinstance(last, Block) and last.implied and last.tag == tag else None


_BUILDERS = {
    "ul": _Reader._block,
    "ol": _Reader._block,
    "menu": lambda reader, tag, attributes: reader._block("ul", attributes),
    "blockquote": _Reader._block,
    "table": _Reader._block,
    "li": _Reader._item,
    "tr": _Reader._row,
    "td": _Reader._cell,
    "th": _Reader._cell,
}
