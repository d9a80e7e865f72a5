"""Words become runs, links and tracked changes."""

from collections.abc import Iterable
from itertools import groupby

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from plans.word.elements import Element, element, run, words
from plans.word.inline import BREAK, Look, Piece, Words

LINK, BADGE = "Hyperlink", "Badge"  # styles of characters


class Runs:
    """`author` stands at each tracked change; `bookmarks` are what links within the text lead to."""

    def __init__(self, document: Document, author: str, bookmarks: dict[str, str]) -> None:
        self._document, self._author, self._bookmarks = document, author, bookmarks
        self._changes = 0

    def of(self, found: Words) -> list[Element]:
        made: list[Element] = []
        for link, group in groupby(found.pieces, lambda piece: self._target(piece.look.link)):
            inner = self._tracked(group, is_link=bool(link))
            made += [self._link(link, inner)] if link else inner
        return self._noted(made, found.notes)

    def change(self, mark: str) -> Element:
        """Of a run, a paragraph's end or a row: nothing says when, so that one text makes one file."""
        self._changes += 1
        return element(mark, id=self._changes, author=self._author)

    def _target(self, link: str) -> str:
        """ "" where a link leads to what is not in this document."""
        return link if not link.startswith("#") or link[1:] in self._bookmarks else ""

    def _tracked(self, pieces: Iterable[Piece], *, is_link: bool) -> list[Element]:
        made: list[Element] = []
        for mark, group in groupby(pieces, lambda piece: piece.look.mark):
            runs = [_run(piece, is_link=is_link) for piece in group]
            if mark:
                change = self.change(mark)
                change.extend(runs)
                runs = [change]
            made += runs
        return made

    def _link(self, target: str, inner: list[Element]) -> Element:
        if target.startswith("#"):
            return element("hyperlink", *inner, anchor=self._bookmarks[target[1:]])
        made = element("hyperlink", *inner)
        key = self._document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), key)
        return made

    def _noted(self, made: list[Element], notes: list[str]) -> list[Element]:
        for note in notes:
            comment = self._document.comments.add_comment(note, author=self._author, initials="")
            comment._comment_elm.attrib.pop(qn("w:date"), None)
            key = comment.comment_id
            made = [
                element("commentRangeStart", id=key),
                *made,
                element("commentRangeEnd", id=key),
                run(element("commentReference", id=key)),
            ]
        return made


def _run(piece: Piece, *, is_link: bool) -> Element:
    if piece.text == BREAK:
        return run(element("br"), look=_look(piece.look, is_link=is_link))
    tag = "delText" if piece.look.mark == "del" else "t"
    return run(words(piece.text, tag), look=_look(piece.look, is_link=is_link))


def _look(look: Look, *, is_link: bool) -> list[Element]:
    """In the order of the schema."""
    style = LINK if is_link else BADGE if look.is_badge else ""
    made = [element("rStyle", val=style)] if style else []
    made += [element("b")] if look.bold else []
    made += [element("i")] if look.italic else []
    return made + ([element("vertAlign", val=look.raised)] if look.raised else [])
