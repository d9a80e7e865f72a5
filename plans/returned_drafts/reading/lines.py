"""A returned document, line by line: as it was sent, and as each of its authors would have it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from plans.importing.blocks import Block, Table, Words, words_of
from plans.importing.word.package import Package
from plans.importing.word.styles import Styles
from plans.importing.word.walk import Walk
from plans.returned_drafts.reading.outline import Outline, outline
from plans.returned_drafts.reading.tracked import authors, carry_out
from samarbejde.files.word_packages import DAMAGED, refuse_danger
from samarbejde.transitions import Refused

Lines = dict[int, "Line"]  # by the number of the paragraph in the document


@dataclass(frozen=True)
class Line:
    """A paragraph with words."""

    number: int
    block: Words
    in_table: bool = False

    @property
    def words(self) -> str:
        return self.block.words

    @property
    def notes(self) -> list[str]:
        """The words of the footnotes that it calls for."""
        return [" ".join(words_of(run.note.blocks)) for run in self.block.runs if run.note]


@dataclass(frozen=True)
class Document:
    sent: Lines  # with every tracked change rejected
    by_author: dict[str, Lines] = field(default_factory=dict)  # with the changes of one accepted
    outline: Outline = field(default_factory=Outline)


def read_document(content: bytes) -> Document:
    """Raises `Refused` for what is dangerous or broken."""
    refuse_danger(content)
    try:
        names = authors(Package(content))
        walk = _walked(content, ())
        sent = _lines(walk.document())
        return Document(
            sent,
            {name: _lines(_walked(content, (name,)).document()) for name in names},
            outline(walk.package, walk.paragraphs),
        )
    except RecursionError as error:  # things in things, deeper than anybody writes
        raise Refused(DAMAGED) from error


def _walked(content: bytes, accepted: Collection[str]) -> Walk:
    package = Package(content)
    carry_out(package, accepted)
    return Walk(package, Styles(package.part(package.related("styles"))))


def _lines(blocks: Iterable[Block]) -> Lines:
    return {line.number: line for line in _read(blocks)}


def _read(blocks: Iterable[Block], *, in_table: bool = False) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _read(cell.blocks, in_table=True)
        elif isinstance(block, Words):
            yield Line(int(block.place.split()[-1]), block, in_table)
