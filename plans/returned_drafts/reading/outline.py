"""Where things stand in a returned document: its sections by their bookmarks, its pages, and its comments."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from plans.importing.word.elements import PARAGRAPH, TEXTS, Element, W
from plans.importing.word.package import Package
from plans.importing.word.signs import SIGNS, letters
from plans.returned_drafts.reading.tracked import NOBODY
from plans.word.bookmarks import lineage_in

_OUT = f"{W}del"  # what `carry_out` left out
_PAGE_BEGINS = f"{W}lastRenderedPageBreak"


@dataclass
class Remark:
    """A comment in the document; `exact` are the words it is on that were sent, `quoted` all of them."""

    author: str
    text: str
    number: int = 0  # of the paragraph where it begins
    exact: str = ""
    quoted: str = ""
    before: str = ""  # in its paragraph


@dataclass
class Outline:
    sections: dict[str, int] = field(default_factory=dict)  # lineage → the number of its heading
    pages: dict[int, int] = field(default_factory=dict)  # as Word last laid the document out
    remarks: list[Remark] = field(default_factory=list)

    def place(self, number: int) -> str:
        """As people find it again; a document that was never laid out has one page."""
        page = self.pages.get(number) if max(self.pages.values(), default=1) > 1 else None
        return f"side {page}" if page else f"afsnit {number} i filen"


def outline(package: Package, paragraphs: Sequence[Element]) -> Outline:
    """After `carry_out`; `paragraphs` are those that were read, in their order."""
    numbers = {paragraph: number for number, paragraph in enumerate(paragraphs, 1)}
    return _Reader(package, numbers).read()


class _Reader:
    def __init__(self, package: Package, numbers: dict[Element, int]) -> None:
        self._package, self._numbers = package, numbers
        self._found = Outline()
        self._remarks = _remarks(package)
        self._open: list[Remark] = []
        self._number, self._page, self._said = 0, 1, ""
        self._waiting: list[str] = []  # bookmarks between two paragraphs

    def read(self) -> Outline:
        for element in self._package.document.iter():
            self._meet(element)
        self._found.remarks = list(self._remarks.values())
        for remark in self._found.remarks:
            remark.exact, remark.quoted = (" ".join(words.split()) for words in (remark.exact, remark.quoted))
        return self._found

    def _meet(self, element: Element) -> None:
        tag = element.tag
        if tag == PARAGRAPH:
            self._begin(element)
        elif tag == _PAGE_BEGINS:
            self._turn()
        elif tag == f"{W}bookmarkStart":
            self._bookmark(element)
        elif tag in (f"{W}commentRangeStart", f"{W}commentReference"):
            self._comment(element, opens=tag == f"{W}commentRangeStart")
        elif tag == f"{W}commentRangeEnd":
            self._open = [
                one for one in self._open if one is not self._remarks.get(element.get(f"{W}id", ""))
            ]
        if tag in TEXTS or tag in SIGNS:
            self._say(letters(element), element)

    def _begin(self, paragraph: Element) -> None:
        self._number = self._numbers.get(paragraph, self._number)
        self._found.pages.setdefault(self._number, self._page)
        self._said = ""
        for remark in self._open:
            remark.exact += " "
            remark.quoted += " "
        for lineage in self._waiting:
            self._found.sections.setdefault(lineage, self._number)
        self._waiting = []

    def _turn(self) -> None:
        """Word says so in the first words of a paragraph that begins the page."""
        self._page += 1
        if not self._said.strip():
            self._found.pages[self._number] = self._page

    def _bookmark(self, element: Element) -> None:
        lineage = lineage_in(element.get(f"{W}name", ""))
        if lineage is None:
            return
        if next(element.iterancestors(PARAGRAPH), None) is None:
            self._waiting.append(str(lineage))
        else:
            self._found.sections.setdefault(str(lineage), self._number)

    def _comment(self, element: Element, *, opens: bool) -> None:
        remark = self._remarks.get(element.get(f"{W}id", ""))
        if remark and not remark.number:
            remark.number, remark.before = self._number, self._said
            if opens:
                self._open.append(remark)

    def _say(self, text: str, element: Element) -> None:
        is_sent = next(element.iterancestors(_OUT), None) is None
        self._said += text if is_sent else ""
        for remark in self._open:
            remark.quoted += text
            remark.exact += text if is_sent else ""


def _remarks(package: Package) -> dict[str, Remark]:
    root = package.part(package.related("comments"))
    found: dict[str, Remark] = {}
    for comment in root.findall(f"{W}comment") if root is not None else ():
        lines = (
            "".join(letters(said) for said in paragraph.iter(*TEXTS, *SIGNS)).strip()
            for paragraph in comment.iter(PARAGRAPH)
        )
        author = " ".join(comment.get(f"{W}author", "").split()) or NOBODY
        if text := "\n".join(filter(None, lines)):
            found.setdefault(comment.get(f"{W}id", ""), Remark(author, text))
    return found
