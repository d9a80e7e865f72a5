"""Words become runs, links and tracked changes."""

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby

from django.utils.timezone import localtime
from docx.document import Document
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Inches, Mm

from plans.word.elements import Element, element, run, words
from plans.word.footnotes import Footnotes
from plans.word.inline import BREAK, Look, Note, Picture, Piece, Words

Cut = tuple[Piece, list[Note], list[Note]]
PIXELS = 96  # an inch
WIDEST = 160  # millimetres between the margins of A4
LINK, BADGE = "Hyperlink", "Badge"  # styles of characters


class Runs:
    """`author` stands at each tracked change; `bookmarks` are what links within the text lead to."""

    def __init__(self, document: Document, author: str, bookmarks: dict[str, str]) -> None:
        self._document, self._author, self._bookmarks = document, author, bookmarks
        self._footnotes = Footnotes(document)
        self._part: Part = document.part  # that the words are written in
        self._changes = 0
        self._moves: dict[str, str] = {}  # the names of those that are told once so far, by their keys
        self._keys: dict[int, tuple[Note, int]] = {}  # of comments, by the notes that they are of

    def of(self, found: Words) -> list[Element]:
        made: list[Element] = []
        for link, group in groupby(found.cut(), lambda part: self._target(part[0].look.link)):
            inner = self._tracked(group, is_link=bool(link))
            made += [self._link(link, inner)] if link else inner
        for note in found.notes:
            begin, end = self.noted(note)
            made = [begin, *made, *end]
        return made

    def noted(self, note: Note) -> tuple[Element, list[Element]]:
        """What stands before and after the words that a note is on."""
        if id(note) not in self._keys:
            self._keys[id(note)] = note, self._comment(note)
        key = self._keys[id(note)][1]
        reference = run(element("commentReference", id=key))
        return element("commentRangeStart", id=key), [element("commentRangeEnd", id=key), reference]

    def change(self, mark: str) -> Element:
        """Of a run, a paragraph's end or a row: nothing says when, so that one text makes one file."""
        self._changes += 1
        return element(mark, id=self._changes, author=self._author)

    def move(self, mark: str, key: str) -> tuple[Element, Element]:
        """What stands around a paragraph that moved; the two with one key belong together."""
        self._changes += 1
        name = self._moves.pop(key, "") or self._moves.setdefault(key, f"flyttet{self._changes}")
        begin = element(f"{mark}RangeStart", id=self._changes, name=name, author=self._author)
        return begin, element(f"{mark}RangeEnd", id=self._changes)

    def _target(self, link: str) -> str:
        """ "" where a link leads to what is not in this document."""
        return link if not link.startswith("#") or link[1:] in self._bookmarks else ""

    def _tracked(self, parts: Iterable[Cut], *, is_link: bool) -> list[Element]:
        made: list[Element] = []
        for mark, group in groupby(parts, lambda part: part[0].look.mark):
            runs: list[Element] = []
            for piece, begun, ended in group:
                runs += [self.noted(note)[0] for note in begun]
                runs.append(self._run(piece, is_link=is_link))
                runs += [part for note in ended for part in self.noted(note)[1]]
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
        key = self._part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), key)
        return made

    def _run(self, piece: Piece, *, is_link: bool) -> Element:
        if piece.picture:
            return self._picture(piece.picture)
        return self._footnote(piece.footnote) if piece.footnote else _run(piece, is_link=is_link)

    def _picture(self, picture: Picture) -> Element:
        """As wide as on the web, and no wider than the page."""
        width = min(Inches(Image.from_blob(picture.content).px_width / PIXELS), Mm(WIDEST))
        drawn = self._document.part.new_pic_inline(BytesIO(picture.content), width=width)
        drawn.docPr.set("descr", picture.alt)
        return run(element("drawing", drawn))

    def _footnote(self, said: Words) -> Element:
        text, self._part = self._part, self._footnotes.part
        first = Piece(" ", said.pieces[0].look if said.pieces else Look())
        made = self._footnotes.add(self.of(Words([first, *said.pieces], [])))
        self._part = text
        return made

    def _comment(self, note: Note) -> int:
        author = note.author or self._author
        initials = "".join(name[0] for name in note.author.split())
        said = self._document.comments.add_comment("\n".join(note.lines), author=author, initials=initials)
        if note.at:  # Word shows it as it is written, whatever zone it says
            said._comment_elm.set(qn("w:date"), f"{localtime(note.at):%Y-%m-%dT%H:%M:%SZ}")
        else:  # so that one text makes one file
            said._comment_elm.attrib.pop(qn("w:date"), None)
        return said.comment_id


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
