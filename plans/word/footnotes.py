"""Footnotes: a part of their own in the package, numbered by Word through the whole document."""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from lxml.html import HtmlElement

from plans.word.elements import Element, element, paragraph, run
from plans.word.inline import CALLED_FOR

TEXT, NUMBER = "FootnoteText", "FootnoteReference"  # styles
_LINES = ("separator", "continuationSeparator")  # between the text and its notes


class Footnotes:
    """Nothing of it is in the file until the first one is added."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._part: XmlPart | None = None

    @property
    def part(self) -> XmlPart:
        if self._part is None:
            self._part = self._begun()
        return self._part

    def add(self, said: list[Element]) -> Element:
        """What calls for it in the text."""
        number = run(element("footnoteRef"), look=[element("rStyle", val=NUMBER)])
        key = len(self.part.element)
        self.part.element.append(element("footnote", paragraph(TEXT, number, *said), id=key))
        return run(element("footnoteReference", id=key), look=[element("rStyle", val=NUMBER)])

    def _begun(self) -> XmlPart:
        own = self._document.part
        lines = [
            element("footnote", paragraph("Normal", run(element(kind))), type=kind, id=key)
            for key, kind in enumerate(_LINES)
        ]
        made = XmlPart(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            element("footnotes", *lines),
            own.package,
        )
        own.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)
        return made


def call_for_notes(shown: HtmlElement) -> None:
    """Put the notes that a page shows below a section where the section calls for them."""
    for mark in list(shown.iterfind(".//sup[@class='note-mark']")):
        number = mark.find("a")
        note = None if number is None else _note(shown, number.get("href", "").removeprefix("#"))
        if note is not None:
            mark.tag = "span"
            mark.attrib.clear()
            mark.set(CALLED_FOR, "")
            tail, mark.text = mark.tail, note.text
            del mark[:]
            mark.extend(_words(note))
            mark.tail = tail
    for notes in list(shown.iterfind(".//ol[@class='notes']")):
        notes.drop_tree()


def _note(shown: HtmlElement, key: str) -> HtmlElement | None:
    return next(shown.iterfind(f".//li[@id='{key}']"), None)


def _words(note: HtmlElement) -> Iterator[HtmlElement]:
    """Without the way back."""
    return (part for part in list(note) if part.get("class") != "note-back")
