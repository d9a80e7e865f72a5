"""`read_pdf`: the tags first, geometry where they tell nothing; and the account."""

from __future__ import annotations

from collections.abc import Iterable

from plans.importing.blocks import Kind, LeftOut, ReadFile
from plans.importing.blocks.file import accounted, count
from plans.importing.pdf.characters import Character
from plans.importing.pdf.contents_rows import without_contents
from plans.importing.pdf.counting import letters_of_file
from plans.importing.pdf.drafts import HEADING, Draft, Text
from plans.importing.pdf.drawings import logos
from plans.importing.pdf.edges import Edges
from plans.importing.pdf.freezing import frozen
from plans.importing.pdf.furniture import Furniture, furniture_of
from plans.importing.pdf.geometry import GeometryReader
from plans.importing.pdf.lines import lines_of
from plans.importing.pdf.notes import called, noted
from plans.importing.pdf.opening import opened
from plans.importing.pdf.page import Page, pages_in
from plans.importing.pdf.running_text import text_of
from plans.importing.pdf.seams import joined
from plans.importing.pdf.structure import Node, tree_of
from plans.importing.pdf.tagged import TaggedReader

ENOUGH = 0.8  # of the letters must stand in the tree, or it is not to be trusted
SEVERAL = 3  # headings, or times as many blocks, that geometry sees where the tags know of no heading


def read_pdf(content: bytes) -> ReadFile:
    """Raises `Refused` for a PDF that is locked, protected, broken or too long; a scanned one has no blocks.

    Counted are its letters, but for what the reading says by other means: the page headers and table heads
    that every page repeats count once, and the marks of notes, which stand where they are called for, do not.
    """
    with opened(content) as (document, tags):
        counted = letters_of_file(document)
        pages = pages_in(document)
        tree = tree_of(tags)
    reading = _Reading(pages)
    drafts, left_out = reading.drafts(tree)
    drafts, heads = joined(noted(drafts))
    drafts, marks = called(drafts, frozen)
    drafts = without_contents(drafts, len(pages))
    once = count(reading.furniture.repeated.elements()) + count((heads + marks).elements())
    return accounted((*frozen(drafts), *left_out), counted - once, by_letters=True)


class _Reading:
    def __init__(self, pages: list[Page]) -> None:
        self.pages = pages
        self.lines = [lines_of(page) for page in pages]
        self.furniture: Furniture = furniture_of(pages, self.lines)
        self.logos = logos([page.drawings for page in pages], len(pages))

    def drafts(self, tree: Node | None) -> tuple[list[Draft], list[LeftOut]]:
        """And what stands beside the text."""
        if tree is None:
            return self._by_geometry(), self.furniture.left_out
        reader = TaggedReader(self.pages, self.furniture.letters, self.logos)
        found = reader.read(tree)
        inside = set(reader.read_letters())
        every = self._letters_of_text()
        if sum(letter in inside for letter in every) < len(every) * ENOUGH:
            return self._by_geometry(), self.furniture.left_out
        if not _headings(found):
            other = self._by_geometry()
            is_one_lump = len(found) <= len(self.pages) and len(other) > SEVERAL * len(found)
            if is_one_lump or _headings(other) >= SEVERAL:
                return other, self.furniture.left_out
        edges = Edges(line for page_lines in self.lines for line in page_lines)
        for draft in found:
            if isinstance(draft, Text) and draft.letters:
                draft.right_edge = edges.right_of(draft.letters[0])
        outside = [letter for page in self.pages for letter in page.letters if letter not in inside]
        return found, [*self.furniture.left_out, *_outside(outside, self.furniture.letters)]

    def _by_geometry(self) -> list[Draft]:
        taken = self.furniture.letters
        lines = [[line for line in found if line.letters[0] not in taken] for found in self.lines]
        return GeometryReader(self.pages, lines, self.logos).read()

    def _letters_of_text(self) -> list[Character]:
        taken = self.furniture.letters
        return [one for page in self.pages for one in page.letters if not one.is_blank and one not in taken]


def _headings(drafts: Iterable[Draft]) -> int:
    """Those that are sure, or of which the file says so."""
    return sum(1 for draft in drafts if isinstance(draft, Text) and draft.kind == HEADING and draft.sure)


def _outside(letters: list[Character], taken: set[Character]) -> list[LeftOut]:
    found: list[LeftOut] = []
    for page in sorted({letter.look.page for letter in letters}):
        text = text_of(one for one in letters if one.look.page == page and one not in taken).strip()
        if text:
            found.append(LeftOut(f"side {page}", Kind.OUTSIDE, " ".join(text.split())))
    return found
