"""A document of sections: title, contents, and each under its numbered heading."""

from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from lxml import html as lxml_html
from lxml.html import HtmlElement

from plans.document.snapshot import SectionText, Snapshot
from plans.word.blank import HEADINGS, blank
from plans.word.blocks import Blocks, Place, Quoting
from plans.word.bookmarks import bookmark
from plans.word.contents import contents
from plans.word.elements import Element, element, paragraph, run, words
from plans.word.inline import Look, Note, Words, inside, read
from plans.word.numbering import Numbering, of_heading
from plans.word.packing import packed
from plans.word.runs import Runs

DRAFT = "UDKAST"


@dataclass(frozen=True)
class Heading:
    """`html` may have marks; `mark` is of the whole section where it is new or gone."""

    section: SectionText
    html: str
    mark: str = ""
    notes: tuple[Note, ...] = ()


class Writing:
    def __init__(self, text: Snapshot, *, subtitle: str, is_draft: bool, author: str = "") -> None:
        first = [DRAFT] if is_draft else []
        self._document: Document = blank(
            title=f"{'Udkast: ' if is_draft else ''}{text['title']}",
            author=text["council"],
            over="  ·  ".join([*first, text["title"], subtitle]),
        )
        self._end: Element = self._document.element.body.find(qn("w:sectPr"))
        self._bookmarks = {section["anchor"]: bookmark(section) for section in text["sections"]}
        self._runs = Runs(self._document, author, self._bookmarks)
        self._blocks = Blocks(self._runs, Numbering(self._document.part.numbering_part.element))
        self._put(paragraph("Title", run(words(text["title"]))))
        for line in [*first, subtitle]:
            self._put(paragraph("Subtitle", run(words(line))))
        if lines := [(section["title"], _level(section), bookmark(section)) for section in text["sections"]]:
            self._put(contents(lines))
        self._marked = 0

    def heading(self, heading: Heading) -> Element:
        section = heading.section
        root = root_of(heading.html)
        found = read(inside(root), Look(mark=heading.mark))
        label = f"{section['label']} " if heading.mark == "del" and section["label"] else ""
        number = of_heading("" if label else section["label"], section["heading"])
        if label:  # what is gone is counted no more
            found = Words(read([label, *inside(root)], Look(mark=heading.mark)).pieces, [])
        told = self._runs.of(Words(found.pieces, list(heading.notes)))
        if heading.mark != "del":
            self._marked += 1
            begin = element("bookmarkStart", id=self._marked, name=bookmark(section))
            told = [begin, *told, element("bookmarkEnd", id=self._marked)]
        end = [element("rPr", self._runs.change(heading.mark))] if heading.mark else []
        style = f"Heading{_level(section)}"
        made = paragraph(style, *told, properties=[number, *end])
        self._put(made)
        return made

    def quoted(self, holder: HtmlElement, heading: Element, quoting: list[Quoting]) -> None:
        """The text with notes on its words; those whose words it has not stand at its heading."""
        self._blocks.quoting = quoting
        self.inside(holder)
        self._blocks.quoting = []
        for one in quoting:
            if not one.is_placed:
                begin, end = self._runs.noted(one.note)
                heading[0].addnext(begin)
                heading.extend(end)

    def text(self, html: str, mark: str = "") -> None:
        self.inside(root_of(html), mark)

    def inside(self, holder: HtmlElement, mark: str = "") -> None:
        self._put(*self._blocks.of(holder, Place(look=Look(mark=mark))), *self._blocks.rest())

    def bytes(self) -> bytes:
        return packed(self._document)

    def _put(self, *blocks: Element) -> None:
        for block in blocks:
            self._end.addprevious(block)


def root_of(html: str) -> HtmlElement:
    return lxml_html.fragment_fromstring(html, create_parent="div")


def _level(section: SectionText) -> int:
    return min(section["heading_level"] - 1, HEADINGS[-1])
