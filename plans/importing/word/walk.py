"""A walk through the document that meets every element of text once, and marks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from plans.importing.blocks import Block, Footnote, Kind, LeftOut
from plans.importing.word.alternatives import branches
from plans.importing.word.elements import (
    ALTERNATE,
    COMMENTED,
    CONTROL,
    CONTROLLED,
    FOLLOWED,
    OTHER_FILES,
    PARAGRAPH,
    TABLE,
    TEXTS,
    THROUGH,
    Element,
    W,
    value,
)
from plans.importing.word.fields import Fields
from plans.importing.word.inside import Inside
from plans.importing.word.notes import Note, Notes
from plans.importing.word.numbering import Numbers
from plans.importing.word.package import Package
from plans.importing.word.paragraph import Around, OpenParagraph
from plans.importing.word.shapes import Shapes
from plans.importing.word.signs import SIGNS
from plans.importing.word.styles import Styles
from plans.importing.word.tables import read_table
from plans.importing.word.word_ends import ASIDE, lines

_GALLERIES = ("table of contents", "indholdsfortegnelse")


@dataclass(frozen=True)
class Story:
    """What is read in one go: the document, or one note."""

    part: str
    fields: Fields
    is_note: bool = False


@dataclass
class _Blocks:
    found: list[Block] = field(default_factory=list)
    unended: OpenParagraph | None = None  # goes on in the next paragraph


class Walk:
    def __init__(self, package: Package, styles: Styles) -> None:
        self.package, self.styles = package, styles
        self.notes = Notes(package)
        self.story = Story(package.main, Fields(package.document))
        self.visited: set[Element] = set()
        self.followed: Counter[str] = Counter()
        self.places_of_comments: dict[str, str] = {}
        self._shapes = Shapes(styles, Numbers(package.part(package.related("numbering"))))
        self.paragraphs: list[Element] = []  # of the document; a place "afsnit 3" is the third of them
        self._contents = 0

    def document(self) -> list[Block]:
        return [block for body in self.package.document.findall(f"{W}body") for block in self.blocks(body)]

    def blocks(self, parent: Element) -> list[Block]:
        blocks = _Blocks()
        self._gather(parent, blocks)
        self._end_unended(blocks)
        return blocks.found

    def note(self, note: Note, place: str) -> Footnote:
        outer, self.story = self.story, Story(note.part, note.fields, is_note=True)
        found = self.blocks(note.element)
        self.story = outer
        return Footnote(place, tuple(found))

    def leave(self, kind: Kind, element: Element, place: str = "") -> list[LeftOut]:
        """All that is said in `element`, in one."""
        self.visited.update(element.iter(*TEXTS, *SIGNS))
        text = "\n".join(line.strip() for line in lines(element, self.styles))
        return [LeftOut(place or self._place, kind, text)] if text else []

    def follow(self, element: Element) -> None:
        if element.tag in FOLLOWED and any(True for _ in element.iter(f"{W}t")):
            self.followed[FOLLOWED[element.tag]] += 1

    def comment(self, element: Element, place: str) -> None:
        self.places_of_comments.setdefault(element.get(f"{W}id", ""), place)

    def control(self, control: Element, enter: Callable[[Element], None]) -> None:
        """A content control: a frame around text, one of them around the list of contents."""
        gallery = value(control, f"{W}sdtPr/{W}docPartObj/{W}docPartGallery") or ""
        is_contents = gallery.casefold() in _GALLERIES
        self._contents += is_contents
        for content in control.findall(CONTROLLED):
            enter(content)
        self._contents -= is_contents

    def alternate(self, element: Element, enter: Callable[[Element], None]) -> list[LeftOut]:
        """Enters what is shown; what the others say beside that is left out."""
        shown, others = branches(element)
        if shown is not None:
            enter(shown)
        left_out = [left for other in others for left in self.leave(Kind.FALLBACK, other)]
        for repeated in set(element) - {shown, *others}:
            self.visited.update(repeated.iter(*TEXTS, *SIGNS))
        return left_out

    def _gather(self, parent: Element, blocks: _Blocks) -> None:
        for element in parent:
            tag = element.tag
            if tag == PARAGRAPH:
                self._paragraph(element, blocks)
            elif tag == TABLE:
                self._table(element, blocks)
            elif tag == CONTROL:
                self.control(element, lambda content: self._gather(content, blocks))
            elif tag in ASIDE:
                blocks.found += self.leave(ASIDE[tag], element)
            elif tag in THROUGH:
                self.follow(element)
                self._gather(element, blocks)
            elif tag == ALTERNATE:
                blocks.found += self.alternate(element, lambda shown: self._gather(shown, blocks))
            elif tag in OTHER_FILES:
                blocks.found.append(LeftOut(f"efter {self._place}", Kind.INSERTED_FILE, ""))
            elif tag in COMMENTED:
                self.comment(element, self._next_place)

    def _paragraph(self, element: Element, blocks: _Blocks) -> None:
        if not self.story.is_note:
            self.paragraphs.append(element)
        properties = element.find(f"{W}pPr")
        opened = OpenParagraph(self._place, self.styles.of_paragraph(element), properties)
        if blocks.unended:
            opened.goes_on_from(blocks.unended)
            blocks.unended = None
        Inside(self, opened).read(element, Around())
        if opened.has_lost_its_end:
            blocks.unended = opened
        else:
            self._end(opened, blocks)

    def _end_unended(self, blocks: _Blocks) -> None:
        if blocks.unended:
            self._end(blocks.unended, blocks)
            blocks.unended = None

    def _end(self, opened: OpenParagraph, blocks: _Blocks) -> None:
        runs = opened.end()
        shape = self._shapes.shape(opened.place, opened.style, opened.properties, runs)
        if runs and (self._contents or self.styles.is_contents(opened.style)):
            blocks.found.append(LeftOut(opened.place, Kind.CONTENTS, shape.text))
        elif runs:
            blocks.found.append(shape)
        blocks.found += opened.after

    def _table(self, table: Element, blocks: _Blocks) -> None:
        self._end_unended(blocks)
        self._shapes.end_list()
        blocks.found += read_table(table, self._next_place, self.blocks, self.leave)

    @property
    def _place(self) -> str:
        return f"afsnit {max(len(self.paragraphs), 1)}"

    @property
    def _next_place(self) -> str:
        return f"afsnit {len(self.paragraphs) + 1}"
