"""What people do in Word to a draft: changes that are tracked or not, and comments."""

import io
from copy import deepcopy
from itertools import count

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.text.paragraph import Paragraph
from docx.text.run import Run

MAYOR, CLERK = "Borgmesterkontoret", "Fagchefen"


class Edited:
    """A draft that is open in Word."""

    def __init__(self, content: bytes) -> None:
        self.document = docx.Document(io.BytesIO(content))
        self._numbers = count(900)

    def bytes(self) -> bytes:
        packed = io.BytesIO()
        self.document.save(packed)
        return packed.getvalue()

    def paragraph(self, words: str) -> CT_P:
        """The first that begins with these words."""
        found = self.document.element.body.iter(qn("w:p"))
        return next(
            one for one in found if "".join(t.text or "" for t in one.iter(qn("w:t"))).startswith(words)
        )

    def replace(self, line: str, old: str, new: str, by: str = MAYOR) -> None:
        """Tracked; `old` stands in the paragraph that begins with `line`, and `new` or `old` may be empty at
        its end.
        """
        paragraph = self.paragraph(line)
        run = self._cut(paragraph, old)
        if new:
            added = deepcopy(run)
            _say(added, new)
            run.addnext(self._mark("ins", by, added))
        if old:
            gone = self._mark("del", by)
            run.addprevious(gone)
            gone.append(run)
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")
        elif not "".join(t.text or "" for t in run.iter(qn("w:t"))):
            run.getparent().remove(run)

    def add_after(self, line: str, words: str, by: str = MAYOR) -> CT_P:
        """A tracked new paragraph, as the one before it is shaped."""
        before = self.paragraph(line)
        added = OxmlElement("w:p")
        if before.pPr is not None:
            added.append(deepcopy(before.pPr))
        run = OxmlElement("w:r")
        _say(run, words)
        added.append(self._mark("ins", by, run))
        self._mark_end(added, "ins", by)
        before.addnext(added)
        return added

    def delete(self, line: str, by: str = MAYOR) -> None:
        """All of a paragraph, tracked."""
        paragraph = self.paragraph(line)
        for run in list(paragraph.iter(qn("w:r"))):
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")
            gone = self._mark("del", by)
            run.addprevious(gone)
            gone.append(run)
        self._mark_end(paragraph, "del", by)

    def split(self, line: str, at: str, by: str = MAYOR) -> None:
        """A line end is put in before the words `at`."""
        paragraph = self.paragraph(line)
        run = self._cut(paragraph, at)
        first = OxmlElement("w:p")
        if paragraph.pPr is not None:
            first.append(deepcopy(paragraph.pPr))
        for before in list(run.itersiblings(qn("w:r"), preceding=True))[::-1]:
            first.append(before)
        self._mark_end(first, "ins", by)
        paragraph.addprevious(first)

    def join(self, line: str, by: str = MAYOR) -> None:
        """The line end after this paragraph is taken out."""
        self._mark_end(self.paragraph(line), "del", by)

    def type_over(self, line: str, old: str, new: str) -> None:
        """Without tracking."""
        _say(self._cut(self.paragraph(line), old), new)

    def comment(self, line: str, on: str, text: str, by: str = MAYOR) -> None:
        run = self._cut(self.paragraph(line), on)
        self.document.add_comment(Run(run, Paragraph(run.getparent(), self.document)), text=text, author=by)

    def begins_page(self, line: str) -> None:
        """As Word notes when it has laid the document out."""
        next(self.paragraph(line).iter(qn("w:r"))).insert(0, OxmlElement("w:lastRenderedPageBreak"))

    def without_bookmarks(self) -> None:
        for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
            for mark in list(self.document.element.body.iter(qn(kind))):
                mark.getparent().remove(mark)

    def _cut(self, paragraph: CT_P, words: str) -> CT_R:
        """The run that is these words and no more; an empty one at the end for no words."""
        runs = [run for run in paragraph.iter(qn("w:r")) if run.findall(qn("w:t"))]
        if not words:
            last = deepcopy(runs[-1])
            _say(last, "")
            runs[-1].addnext(last)
            return last
        run = next(run for run in runs if words in "".join(t.text or "" for t in run.findall(qn("w:t"))))
        before, _, after = "".join(t.text or "" for t in run.findall(qn("w:t"))).partition(words)
        for text, put in ((before, run.addprevious), (after, run.addnext)):
            if text:
                other = deepcopy(run)
                _say(other, text)
                put(other)
        _say(run, words)
        return run

    def _mark(self, kind: str, by: str, *inner: CT_R) -> CT_R:
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(next(self._numbers)))
        mark.set(qn("w:author"), by)
        mark.set(qn("w:date"), "2026-11-20T10:00:00Z")
        mark.extend(inner)
        return mark

    def _mark_end(self, paragraph: CT_P, kind: str, by: str) -> None:
        properties = paragraph.get_or_add_pPr()
        look = properties.find(qn("w:rPr"))
        if look is None:
            look = OxmlElement("w:rPr")
            properties.append(look)
        look.insert(0, self._mark(kind, by))


def _say(run: CT_R, words: str) -> None:
    for text in run.findall(qn("w:t")):
        run.remove(text)
    said = OxmlElement("w:t")
    said.text = words
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(said)
