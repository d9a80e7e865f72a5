"""A section with one author's changes of it, and what of them has no place in its text."""

from collections.abc import Sequence
from dataclasses import dataclass

from plans.importing.blocks import Item
from plans.importing.markup import as_html
from plans.returned_drafts.reading.leaves import Leaf
from plans.returned_drafts.reading.lines import Line
from plans.returned_drafts.reading.patching import Edit, changes, edited, removal
from plans.returned_drafts.reading.sections import PARTS, Pairing, Version, before
from samarbejde.text.rich_text_fields import FIELD


@dataclass
class Change:
    """A line that was sent, and what an author made of it; None where it is new, or gone."""

    sent: Line | None
    wanted: Line | None

    @property
    def number(self) -> int:
        line = self.sent or self.wanted
        assert line, "one of them stands"
        return line.number

    @property
    def said(self) -> str:
        old, new = (line.words if line else "" for line in (self.sent, self.wanted))
        if old and new:
            return f"»{old}« rettet til »{new}«"
        return f"Slettet: »{old}«" if old else f"Nyt: »{new}«"


class Patch:
    """One author's changes of a section, gathered."""

    def __init__(self, version: Version, pairing: Pairing) -> None:
        self.version, self._pairing = version, pairing
        self.edits: dict[str, list[Edit]] = {part: [] for part in PARTS}
        self.left: list[Change] = []  # what has no place in the text as it is written
        self.numbers: list[int] = []
        self._heading = version.heading
        self._placed = sorted(pairing.leaf_of)

    def rename(self, change: Change) -> None:
        """A heading with a field is the register's in part."""
        shown = change.sent.words if change.sent else self.version.heading
        if change.wanted and shown == self.version.heading and not FIELD.search(shown):
            self._heading = change.wanted.words
            self.numbers.append(change.number)
        else:
            self.left.append(change)

    def change(self, change: Change, leaf: tuple[str, Leaf], shown: str) -> None:
        part, found = leaf
        edits = _edits(change, found, shown)
        if edits is None:
            self.left.append(change)
        else:
            self.edits[part] += edits
            self.numbers.append(change.number)

    def insert(self, lines: Sequence[Line]) -> None:
        """After the last paragraph of the section's own that stands before them; rows of a table nowhere."""
        number = before(self._placed, lines[0].number)
        part, leaf = self._pairing.leaf_of[number] if number is not None else ("body", None)
        if any(line.in_table for line in lines):
            self.left += [Change(None, line) for line in lines]
            return
        html = as_html(line.block for line in lines)
        end = 0
        if leaf:
            element = leaf.element
            goes_on = element.tag == "li" and all(isinstance(line.block, Item) for line in lines)
            end = element.end if goes_on else (element.outermost or element).end
            html = _items(html) if goes_on else html
        self.edits[part].append(Edit(end, end, html))
        self.numbers.append(lines[0].number)

    def texts(self) -> dict[str, str]:
        """Empty where nothing is changed."""
        version = self.version
        texts = {
            "heading": self._heading,
            **{part: edited(getattr(version, part), self.edits[part]) for part in PARTS},
        }
        is_changed = any(text != getattr(version, name) for name, text in texts.items())
        return texts if is_changed else {}


def _edits(change: Change, leaf: Leaf, shown: str) -> list[Edit] | None:
    """None where they have no place: a footnote's words stand elsewhere in the document."""
    if change.wanted is None:
        return removal(leaf)
    if change.sent and change.sent.notes != change.wanted.notes:
        return None
    return changes(leaf, shown, change.wanted.words)


def differs(sent: Line, wanted: Line) -> bool:
    return sent.words != wanted.words or sent.notes != wanted.notes


def _items(html: str) -> str:
    """Without the list around them."""
    return html[html.index(">") + 1 : html.rindex("<")]
