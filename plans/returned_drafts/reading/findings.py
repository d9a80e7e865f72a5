"""What a returned draft says: each author's changes of a section, each comment, and what has no place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import inf

from plans.returned_drafts.reading.lines import Document, Line, Lines
from plans.returned_drafts.reading.outline import Remark
from plans.returned_drafts.reading.patch import Change, Patch, differs
from plans.returned_drafts.reading.patching import removal
from plans.returned_drafts.reading.sections import (
    Pairing,
    Section,
    Stretch,
    Version,
    paired,
    stretches,
)

UNTRACKED = "Rettet uden at spore ændringer"


@dataclass
class Finding:
    """`texts` are what a section becomes, over `version` of it; else `said` tells it in words."""

    author: str
    place: str
    lineage: str = ""  # "" where it has no section
    version: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    said: str = ""
    exact: str = ""  # the words that a comment is on
    before: str = ""
    is_comment: bool = False


def findings(document: Document, sections: Sequence[Section], ours: Sequence[Document]) -> list[Finding]:
    """`ours` are the plan as it was sent out and as it is, written as the returned document was."""
    known = {line.words for one in ours for line in one.sent.values()}
    told: list[Finding] = []
    for stretch, end in _with_ends(stretches(document, sections)):
        reader = _Reader(document, stretch, end, known)
        told += reader.untracked()
        for author, lines in document.by_author.items():
            told += reader.changes(author, lines)
        told += reader.remarks()
    return told + _taken_out(document, ours[0], sections)


def _taken_out(document: Document, sent: Document, sections: Sequence[Section]) -> list[Finding]:
    """Sections that went out, and whose heading came not back."""
    there = document.outline.sections
    return [
        Finding(UNTRACKED, "filen", section.lineage, said=f"Afsnittet »{section.title}« står ikke i filen.")
        for section in sections
        if there and section.lineage in sent.outline.sections and section.lineage not in there
    ]


def _with_ends(found: Sequence[Stretch]) -> Iterator[tuple[Stretch, float]]:
    """Each with the number that the next begins at."""
    return zip(found, [*(stretch.start for stretch in found[1:]), inf], strict=True)


class _Reader:
    """Of one section of the document, up to the number `end`: what is changed in it, and said of it."""

    def __init__(self, document: Document, stretch: Stretch, end: float, ours: set[str]) -> None:
        self._document, self._stretch, self._end, self._ours = document, stretch, end, ours
        self._version: Version | None = None
        self._pairing = Pairing()
        if stretch.section:
            self._version = stretch.section.as_in(stretch.lines)
            self._pairing = paired(self._version, stretch.lines)

    def untracked(self) -> list[Finding]:
        """Where the document differs from what was sent, and nobody is told of as its author."""
        if self._version is None:
            return []
        patch, heading = Patch(self._version, self._pairing), self._stretch.heading
        if heading and heading.words not in self._ours:
            patch.rename(Change(None, heading))
        new = [line for line in self._stretch.lines if line.words not in self._ours]
        for line in new:
            found = self._pairing.leaf_of.get(line.number)
            if found and not found[1].has_fields:
                patch.change(Change(line, line), found, found[1].words)
            elif found is None and self._stretch.section and self._stretch.section.has_data:
                patch.left.append(Change(None, line))  # it may be the register's
            elif found is None:
                patch.insert([line])
        for part, leaf in self._pairing.leaves_left:
            if leaf.words in self._ours:
                patch.edits[part] += removal(leaf)
        return self._told(UNTRACKED, patch)

    def changes(self, author: str, lines: Lines) -> list[Finding]:
        sent = [line for line in (self._stretch.heading, *self._stretch.lines) if line]
        changed = [
            (line, wanted)
            for line, wanted in ((line, lines.get(line.number)) for line in sent)
            if wanted is None or differs(line, wanted)
        ]
        new = [
            line
            for number, line in sorted(lines.items())
            if number not in self._document.sent and self._holds(number)
        ]
        if self._version is None:
            told = [Change(*pair) for pair in changed] + [Change(None, line) for line in new]
            return [self._unplaced(author, change) for change in told]
        patch = Patch(self._version, self._pairing)
        for line, wanted in changed:
            self._patch(patch, line, wanted)
        for _, group in groupby(enumerate(new), key=lambda pair: pair[1].number - pair[0]):
            patch.insert([line for _, line in group])
        return self._told(author, patch)

    def remarks(self) -> list[Finding]:
        return [self._remark(one) for one in self._document.outline.remarks if self._holds(one.number)]

    def _holds(self, number: int) -> bool:
        return self._stretch.start <= number < self._end

    def _remark(self, remark: Remark) -> Finding:
        """What is on a heading is on all of the section."""
        is_quoted = remark.exact and remark.number != self._stretch.start
        told = remark.text if remark.exact or not remark.quoted else f"Om »{remark.quoted}«: {remark.text}"
        return Finding(
            remark.author,
            self._document.outline.place(remark.number),
            self._lineage,
            said=told,
            exact=remark.exact if is_quoted else "",
            before=remark.before,
            is_comment=True,
        )

    @property
    def _lineage(self) -> str:
        return self._stretch.section.lineage if self._stretch.section else ""

    def _patch(self, patch: Patch, sent: Line, wanted: Line | None) -> None:
        change = Change(sent, wanted)
        if sent is self._stretch.heading:
            patch.rename(change)
        elif leaf := self._pairing.leaf_of.get(sent.number):
            patch.change(change, leaf, sent.words)
        else:
            patch.left.append(change)

    def _told(self, author: str, patch: Patch) -> list[Finding]:
        told = [self._unplaced(author, change) for change in patch.left]
        if texts := patch.texts():
            place = self._document.outline.place(min(patch.numbers, default=self._stretch.start))
            told.insert(0, Finding(author, place, self._lineage, patch.version.number, texts))
        return told

    def _unplaced(self, author: str, change: Change) -> Finding:
        place = self._document.outline.place(change.number)
        return Finding(author, place, self._lineage, said=change.said)
