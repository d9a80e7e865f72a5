"""HTML of a plan's text becomes paragraphs, lists and tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from plans.word.elements import Element, element, paragraph
from plans.word.inline import MOVE, Look, Note, Span, Words, inside, note_of, read
from plans.word.numbering import Numbering, as_item, indented
from plans.word.runs import Runs
from plans.word.tables import Cell, cells_of, table
from samarbejde.text.redline import NOTE

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HOLDS = {"div", "section", "figure", "aside", "blockquote", "dl", "dd", "ul", "ol", "table", "li"}
_BLOCKS = {*HEADINGS, *_HOLDS, "p", "hr", "caption", "figcaption", "dt"}
_STYLES = {"caption": "Caption", "figcaption": "Caption", "blockquote": "Quote"}

IN_CELL, AFTER_TABLE = 30, 160  # twentieths of a point


@dataclass
class Item:
    """The first paragraph of a list's item has its number."""

    number: int
    level: int
    is_numbered: bool = False


@dataclass
class Quoting:
    """A note on the words `exact`, where they stand in a section after so many like them."""

    note: Note
    exact: str
    like_it: int = 0
    is_placed: bool = False

    def place_in(self, line: str) -> int | None:
        """In the next paragraph, where they stand in it."""
        place = -1
        while self.exact and not self.is_placed:
            place = line.find(self.exact, place + 1)
            if place < 0:
                return None
            self.is_placed = self.like_it == 0
            self.like_it -= 1
        return place if place >= 0 else None


@dataclass(frozen=True)
class Place:
    style: str = "Normal"
    look: Look = field(default_factory=Look)
    item: Item | None = None
    is_right: bool = False
    in_cell: bool = False
    leads: bool = False  # what comes next stands on the same page


class Blocks:
    def __init__(self, runs: Runs, numbering: Numbering) -> None:
        self._runs, self._numbering = runs, numbering
        self._notes: list[Note] = []  # of a redline, for the next paragraph
        self._follows_table = False  # the next paragraph does
        self.quoting: list[Quoting] = []  # of the section that is written

    def of(self, holder: HtmlElement, place: Place) -> Iterator[Element]:
        """What an element holds; words that stand in no block are a paragraph."""
        loose: list[HtmlElement | str] = []
        for node in inside(holder):
            if isinstance(node, str) or node.tag not in _BLOCKS:
                loose.append(node)
                continue
            yield from self._paragraph(loose, place)
            loose = []
            yield from self._block(node, place)
        yield from self._paragraph(loose, place)

    def rest(self) -> Iterator[Element]:
        """What is still to be said, where no paragraph came after it. What comes next is a heading."""
        yield from self._paragraph([], Place(), even_empty=bool(self._notes))
        self._follows_table = False

    def _block(self, node: HtmlElement, place: Place) -> Iterator[Element]:
        if node.tag == "p" and node.get("class") == NOTE:
            self._notes.append(note_of(node))
        elif MOVE in node.attrib:
            yield from self._moved(node, place)
        elif node.tag in ("ul", "ol"):
            yield from self._list(node, place)
        elif node.tag == "table":
            yield from self._table(node, place)
        elif node.tag in HEADINGS:
            level = element("outlineLvl", val=HEADINGS[node.tag] - 2)
            yield from self._paragraph(inside(node), Place("RegisterHeading", place.look), [level])
        elif node.tag == "dt":
            yield from self.of(node, replace(place, look=replace(place.look, bold=True)))
        else:
            yield from self.of(
                node, replace(place, style=_STYLES.get(node.tag, place.style), leads=node.tag == "caption")
            )

    def _moved(self, node: HtmlElement, place: Place) -> Iterator[Element]:
        """The paragraph where it stood, or where it stands; Word knows the two by one name."""
        mark = "moveFrom" if node.get(MOVE) == "from" else "moveTo"
        begin, end = self._runs.move(mark, node.get("data-key"))
        yield begin
        yield from self.of(node, replace(place, look=replace(place.look, mark=mark)))
        yield end

    def _list(self, node: HtmlElement, place: Place) -> Iterator[Element]:
        level = place.item.level + 1 if place.item else 0
        if place.item and not place.item.is_numbered:
            yield from self._paragraph([], place, even_empty=True)
        rows = [row for row in node if row.tag == "li"]
        is_plain = "nobullet-list" in node.get("class", "")
        number = self._numbering.bullets
        if node.tag == "ol" and not is_plain:
            first = rows[0].get("value") if rows else None
            start = int(first or node.get("start") or 1)
            number = self._numbering.numbers(node.get("type") or "1", start, level)
        style = "ListNumber" if node.tag == "ol" else "ListBullet"
        for row in rows:
            item = place.item if is_plain else Item(number, level)
            yield from self.of(row, place if is_plain else replace(place, style=style, item=item))

    def _table(self, node: HtmlElement, place: Place) -> Iterator[Element]:
        for caption in node.iterfind("./caption"):
            yield from self._block(caption, place)

        def filled(cell: HtmlElement) -> Cell:
            is_head = cell.tag == "th"
            right = "align-text-right" in cell.get("class", "")
            inner = Place(look=replace(place.look, bold=is_head), is_right=right, in_cell=True)
            return Cell(list(self.of(cell, inner)), read(inside(cell), place.look).mark)

        yield table(cells_of(node), filled, self._runs.change)
        self._follows_table = not place.in_cell

    def _paragraph(
        self,
        nodes: Iterable[HtmlElement | str],
        place: Place,
        more: Iterable[Element] = (),
        *,
        even_empty: bool = False,
    ) -> Iterator[Element]:
        found = read(nodes, place.look)
        if not found.pieces and not found.notes and not even_empty:
            return
        told = Words(found.pieces, [*self._notes, *found.notes], self._quoted(found.line))
        self._notes = []
        yield paragraph(
            "ListContinue" if place.item and place.item.is_numbered else place.style,
            *self._runs.of(told),
            properties=[
                *([element("keepNext")] if _leads(told, place) else []),
                *self._properties(place),
                *more,
                *self._end(told, place),
            ],
        )

    def _quoted(self, line: str) -> list[Span]:
        found: list[Span] = []
        for quoting in self.quoting:
            place = quoting.place_in(line)
            if place is not None:
                found.append(Span(place, place + len(quoting.exact), quoting.note))
        return found

    def _properties(self, place: Place) -> Iterator[Element]:
        """In the order of the schema: number, spacing, indent, alignment."""
        item = place.item
        stands_under = item is not None and item.is_numbered
        if item and not stands_under:
            item.is_numbered = True
            yield as_item(item.number, item.level)
        if place.in_cell:
            yield element("spacing", after=IN_CELL)
        elif self._follows_table:
            yield element("spacing", before=AFTER_TABLE)
            self._follows_table = False
        if item and stands_under:
            yield indented(item.level)
        if place.is_right:
            yield element("jc", val="right")

    def _end(self, told: Words, place: Place) -> list[Element]:
        """A paragraph that is new, or gone, is so with its end; those of cells are so with their row."""
        return [element("rPr", self._runs.change(told.mark))] if told.mark and not place.in_cell else []


def _leads(told: Words, place: Place) -> bool:
    """A table's caption, a line in bold or a picture by itself: what it is over stands on the same page."""
    if place.leads:
        return True
    pieces = [piece for piece in told.pieces if piece.picture or piece.text.strip()]
    return bool(pieces) and not place.in_cell and all(piece.picture or piece.look.bold for piece in pieces)
