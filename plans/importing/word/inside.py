"""What stands inside a paragraph: letters, and what is anchored among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from plans.importing.blocks import Kind, LeftOut, Picture
from plans.importing.word.drawings import shows
from plans.importing.word.elements import (
    ALTERNATE,
    BOXES,
    COMMENTED,
    CONTROL,
    OTHER_FILES,
    PARTS_OF_FRACTION,
    RUNS,
    TEXTS,
    THROUGH,
    Element,
    M,
    R,
    W,
)
from plans.importing.word.fields import FIELD_CODE, FIELD_SIGN, SIMPLE_FIELD
from plans.importing.word.notes import CALLS
from plans.importing.word.paragraph import Around, OpenParagraph
from plans.importing.word.signs import SIGNS, letters
from plans.importing.word.word_ends import ASIDE

if TYPE_CHECKING:
    from plans.importing.word.walk import Walk


class Inside:
    def __init__(self, walk: Walk, opened: OpenParagraph) -> None:
        self._walk, self._opened = walk, opened

    def read(self, parent: Element, around: Around) -> None:
        for element in parent:
            if enter := _ENTER.get(element.tag):
                enter(self, element, around)
            elif element.tag.startswith(M):
                self.read(element, around)

    def _text(self, element: Element, around: Around) -> None:
        self._walk.visited.add(element)
        fields = self._walk.story.fields
        around = around.with_aside(ASIDE.get(element.tag))
        asides = (*around.asides, *fields.kinds)
        self._opened.say(letters(element), replace(around, link=around.link or fields.link, asides=asides))

    def _run(self, run: Element, around: Around) -> None:
        look = self._walk.styles.look(run.find(f"{W}rPr"), self._opened.style)
        self.read(run, replace(around, look=look).with_aside(look.aside))

    def _aside(self, element: Element, around: Around) -> None:
        self.read(element, around.with_aside(ASIDE[element.tag]))

    def _through(self, element: Element, around: Around) -> None:
        self._walk.follow(element)
        self.read(element, around)

    def _part_of_fraction(self, element: Element, around: Around) -> None:
        self._opened.say(" ", around)
        self.read(element, around)
        self._opened.say(" ", around)

    def _field(self, element: Element, around: Around) -> None:
        self._walk.story.fields.meet(element)

    def _simple_field(self, element: Element, around: Around) -> None:
        with self._walk.story.fields.simple(element):
            self.read(element, around)

    def _link(self, element: Element, around: Around) -> None:
        link = self._walk.package.link(self._walk.story.part, element.get(f"{R}id"))
        self.read(element, replace(around, link=link or around.link))

    def _control(self, element: Element, around: Around) -> None:
        self._walk.control(element, lambda inner: self.read(inner, around))

    def _alternate(self, element: Element, around: Around) -> None:
        self._opened.after += self._walk.alternate(element, lambda shown: self.read(shown, around))

    def _comment(self, element: Element, around: Around) -> None:
        self._walk.comment(element, self._opened.place)

    def _other_file(self, element: Element, around: Around) -> None:
        self._opened.after.append(LeftOut(self._opened.place, Kind.INSERTED_FILE, ""))

    def _note(self, call: Element, around: Around) -> None:
        """A note that a note calls for, which no program allows, is not followed: it might go on for ever."""
        walk = self._walk
        note = None if walk.story.is_note else walk.notes.called(call)
        if note is None:
            return
        if kind := self._kind(around):
            self._opened.after += walk.leave(kind, note.element)
        else:
            self._opened.note(walk.note(note, self._opened.place))

    def _drawing(self, drawing: Element, around: Around) -> None:
        if kind := self._kind(around):
            self._opened.after += self._walk.leave(kind, drawing)
            return
        self._boxes(drawing)
        if (said := shows(drawing)) is not None:
            self._opened.after.append(Picture(self._opened.place, said))

    def _boxes(self, parent: Element) -> None:
        for element in parent:
            if element.tag in BOXES:
                self._opened.after += self._walk.blocks(element)
            elif element.tag == ALTERNATE:
                self._opened.after += self._walk.alternate(element, self._boxes)
            else:
                self._boxes(element)

    def _kind(self, around: Around) -> Kind | None:
        return next(iter((*around.asides, *self._walk.story.fields.kinds)), None)


_Enter = Callable[[Inside, Element, Around], None]
_ENTER: dict[str, _Enter] = {
    **dict.fromkeys((*TEXTS, *SIGNS), Inside._text),
    **dict.fromkeys(RUNS, Inside._run),
    **dict.fromkeys((f"{W}del", f"{W}moveFrom", f"{W}rt"), Inside._aside),
    **dict.fromkeys((*THROUGH, f"{W}ruby", f"{W}rubyBase"), Inside._through),
    **dict.fromkeys(PARTS_OF_FRACTION, Inside._part_of_fraction),
    **dict.fromkeys((FIELD_SIGN, FIELD_CODE), Inside._field),
    SIMPLE_FIELD: Inside._simple_field,
    f"{W}hyperlink": Inside._link,
    CONTROL: Inside._control,
    ALTERNATE: Inside._alternate,
    **dict.fromkeys(COMMENTED, Inside._comment),
    **dict.fromkeys(OTHER_FILES, Inside._other_file),
    **dict.fromkeys(CALLS, Inside._note),
    **dict.fromkeys((f"{W}drawing", f"{W}pict", f"{W}object"), Inside._drawing),
}
