"""A tagged PDF → drafts of blocks, by its structure tree."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plans.importing.blocks import Block, Kind, LeftOut, Picture
from plans.importing.pdf.characters import Character
from plans.importing.pdf.drafts import HEADING, ITEM, CellDraft, Draft, NoteDraft, TableDraft, Text
from plans.importing.pdf.page import Page
from plans.importing.pdf.running_text import Piece, text_of
from plans.importing.pdf.structure import Mark, Node

_HEADING = re.compile(r"H[1-9]?|Title")
_NOTES, _NOTHING = {"Note", "FENote"}, {"NonStruct", "Private"}
_THROUGH = {
    *(
        "Document",
        "DocumentFragment",
        "Part",
        "Art",
        "Sect",
        "Div",
        "NonStruct",
        "Private",
        "Aside",
        "BlockQuote",
    ),
    *("LBody", "LI", "Form", "Index", "TR", "TD", "TH", "THead", "TBody", "TFoot"),
}
_BLOCKS = _THROUGH | _NOTES | {"P", "L", "Table", "TOC", "TOCI", "Figure", "Caption", "Lbl"}
_APART = _NOTES | {"L", "Table", "Figure"}  # also inside a paragraph


class TaggedReader:
    def __init__(
        self, pages: Iterable[Page], taken: set[Character], logos: set[tuple[int, int, int]]
    ) -> None:
        """`taken` are the letters that belong to the pages and not to the text."""
        self.letters: dict[Mark, list[Character]] = {}
        self.logos: set[Mark] = set()
        self.used: set[Mark] = set()
        for page in pages:
            for letter in page.letters:
                if letter.look.marked >= 0 and letter not in taken:
                    self.letters.setdefault((page.number, letter.look.marked), []).append(letter)
            self.logos |= {(page.number, one.marked) for one in page.drawings if one.image in logos}

    def read(self, root: Node) -> list[Draft]:
        return self._inside(root, 0, 0)

    def read_letters(self) -> list[Character]:
        """Those that the tree names."""
        return [letter for mark in self.used for letter in self.letters.get(mark, [])]

    def _inside(self, node: Node, nesting: int, section: int) -> list[Draft]:
        found: list[Draft] = []
        loose: list[Node | Mark] = []  # letters that stand between blocks
        for kid in [*node.kids, None]:
            if kid is not None and (not isinstance(kid, Node) or _is_inline(kid)):
                loose.append(kid)
                continue
            if loose:
                found += self._paragraph(Node("P", loose), nesting, section)
                loose = []
            if isinstance(kid, Node):
                found += self._block(kid, nesting, section)
        return found

    def _block(self, node: Node, nesting: int, section: int) -> list[Draft]:
        kind = node.kind
        if kind == "Table":
            return self._table(node, section)
        if kind == "L":
            return self._list(node, nesting, section)
        if kind in ("TOC", "TOCI"):
            return self._contents(node)
        if kind == "Figure":
            return [*self._picture(node), *self._inside(node, nesting, section)]
        if kind in _NOTES:
            return [self._note(node, section)]
        if kind == "Sect":
            return self._inside(node, nesting, section + 1)
        if kind in _THROUGH:
            return self._inside(node, nesting, section)
        return self._paragraph(node, nesting, section)

    def _paragraph(self, node: Node, nesting: int, section: int) -> list[Draft]:
        pieces, apart = self._pieces(node)
        found: list[Draft] = []
        if any(isinstance(one, Character) and not one.is_blank for one in pieces):
            text = Text(pieces)
            if _HEADING.fullmatch(node.kind):
                text.kind = HEADING
                text.level = 0 if node.kind == "Title" else int(node.kind[1:] or max(1, min(section, 9)))
            found.append(text)
        return found + [one for inner in apart for one in self._block(inner, nesting, section)]

    def _pieces(self, node: Node) -> tuple[list[Piece], list[Node]]:
        """The letters below, and the lists, tables, notes and pictures that stand among them."""
        pieces: list[Piece] = []
        apart: list[Node] = []
        for kid in node.kids:
            if not isinstance(kid, Node):
                if kid not in self.used:
                    self.used.add(kid)
                    pieces += self.letters.get(kid, [])
            elif kid.kind in _APART:
                apart.append(kid)
            else:
                more, inner = self._pieces(kid)
                pieces += more
                apart += inner
        return pieces, apart

    def _list(self, node: Node, nesting: int, section: int) -> list[Draft]:
        found: list[Draft] = []
        for kid in node.kids:
            if not isinstance(kid, Node):
                found += self._paragraph(Node("P", [kid]), nesting, section)
            elif kid.kind == "LI":
                found += self._item(kid, nesting, section)
            else:
                found += self._block(kid, nesting + 1 if kid.kind == "L" else nesting, section)
        return found

    def _item(self, node: Node, nesting: int, section: int) -> list[Draft]:
        label = [
            piece
            for kid in node.nodes
            if kid.kind == "Lbl"
            for piece in self._pieces(kid)[0]
            if isinstance(piece, Character)
        ]
        body = Node("LBody", [kid for kid in node.kids if not isinstance(kid, Node) or kid.kind != "Lbl"])
        inside = self._inside(body, nesting + 1, section)
        first = inside[0] if inside else None
        if isinstance(first, Text) and first.kind == HEADING:
            first.pieces = [*label, *first.pieces]
        elif isinstance(first, Text) and first.kind != ITEM:
            first.kind, first.nesting, first.label = ITEM, nesting, label
        elif any(not letter.is_blank for letter in label):
            inside.insert(0, Text([], ITEM, nesting=nesting, label=label))
        return inside

    def _table(self, node: Node, section: int) -> list[Draft]:
        rows, others = _rows(node)
        table = TableDraft([[self._cell(one, section) for one in row.nodes] for row in rows])
        beside = [draft for one in others for draft in self._block(one, 0, section)]
        return [*beside, table] if any(table.rows) else beside

    def _cell(self, node: Node, section: int) -> CellDraft:
        return CellDraft(self._inside(node, 0, section), node.columns, node.rows, node.kind == "TH")

    def _contents(self, node: Node) -> list[Draft]:
        """One for each entry."""
        inner = [kid for kid in node.nodes if kid.kind in ("TOC", "TOCI")]
        own = Node("P", [kid for kid in node.kids if kid not in inner])
        pieces, apart = self._pieces(own)
        found: list[Draft] = []
        if text := " ".join(text_of(pieces).split()):
            page = next(one.look.page for one in pieces if isinstance(one, Character))
            found.append(LeftOut(f"side {page}", Kind.CONTENTS, text))
        for one in [*apart, *inner]:
            found += self._block(one, 0, 0)
        return found

    def _picture(self, node: Node) -> list[Block]:
        marks = list(node.marks())
        if marks and all(mark in self.logos for mark in marks):
            return []
        return [Picture(f"side {marks[0][0]}" if marks else "", node.shows)]

    def _note(self, node: Node, section: int) -> NoteDraft:
        labels = [kid for kid in node.nodes if kid.kind == "Lbl"]
        mark = [one for kid in labels for one in self._pieces(kid)[0] if isinstance(one, Character)]
        rest = Node("Note", [kid for kid in node.kids if kid not in labels])
        return NoteDraft([one for one in mark if not one.is_blank], self._inside(rest, 0, section))


def _is_inline(node: Node) -> bool:
    if node.kind in _NOTHING:
        return all(map(_is_inline, node.nodes))
    return node.kind not in _BLOCKS and not _HEADING.fullmatch(node.kind)


def _rows(node: Node) -> tuple[list[Node], list[Node]]:
    """Of a table: its rows, and what else stands in it."""
    rows: list[Node] = []
    others: list[Node] = []
    for kid in node.nodes:
        if kid.kind == "TR":
            rows.append(kid)
        elif kid.kind in ("THead", "TBody", "TFoot"):
            more, beside = _rows(kid)
            rows += more
            others += beside
        else:
            others.append(kid)
    return rows, others
