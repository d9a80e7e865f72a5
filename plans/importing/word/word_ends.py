"""Where the words of a document begin and end: in its running text, and in what stands aside of it.

Nothing here chooses what is read. A word that a deletion stands in the middle of is still one word, and the
deletion another.
"""

from itertools import groupby

from plans.importing.blocks import Kind
from plans.importing.word.alternatives import branches
from plans.importing.word.elements import (
    ALTERNATE,
    FALLBACK,
    PARAGRAPH,
    PARTS_OF_FRACTION,
    RUNS,
    TEXTS,
    Element,
    W,
)
from plans.importing.word.fields import FIELD_CODE, FIELD_SIGN, SIMPLE_FIELD, Fields
from plans.importing.word.signs import LETTERS, SIGNS, letters
from plans.importing.word.styles import Styles

Asides = tuple[Kind, ...]
_Said = list[tuple[Asides, str]]
_TABS = f"{W}tabs"  # where tabs stop; not the tabs themselves
ASIDE = {
    f"{W}del": Kind.DELETED,
    f"{W}delText": Kind.DELETED,
    f"{W}moveFrom": Kind.MOVED_AWAY,
    f"{W}rt": Kind.RUBY,
    FALLBACK: Kind.FALLBACK,
}


def lines(root: Element, styles: Styles) -> list[str]:
    """All that is said in and below `root`: each paragraph's running text a line, and each aside."""
    says = any(True for _ in root.iter(*TEXTS, *LETTERS))
    return _Lines(root, styles).read() if says else []


class _Lines:
    def __init__(self, root: Element, styles: Styles) -> None:
        self._root, self._styles, self._fields = root, styles, Fields(root)
        self._paragraphs: list[_Said] = []

    def read(self) -> list[str]:
        style = self._styles.default
        self._below([self._root], self._begin(), style, ())
        return [line for said in self._paragraphs for line in _cut(said) if line.strip()]

    def _begin(self) -> _Said:
        self._paragraphs.append([])
        return self._paragraphs[-1]

    def _below(self, elements: Element | list[Element], said: _Said, style: str, asides: Asides) -> None:
        for element in elements:
            tag = element.tag
            inner = (*asides, ASIDE[tag]) if tag in ASIDE else asides
            if tag in TEXTS or tag in SIGNS:
                said.append(((*inner, *self._fields.kinds), letters(element)))
                self._below(element, said, style, inner)
            elif tag == _TABS:
                continue
            elif tag == PARAGRAPH:
                self._below(element, self._begin(), self._styles.of_paragraph(element), ())
            elif tag in RUNS:
                look = self._styles.look(element.find(f"{W}rPr"), style).aside
                self._below(element, said, style, (*asides, look) if look else asides)
            elif tag in (FIELD_SIGN, FIELD_CODE):
                self._fields.meet(element)
            elif tag == SIMPLE_FIELD:
                with self._fields.simple(element):
                    self._below(element, said, style, asides)
            elif tag == ALTERNATE:
                shown, others = branches(element)
                self._below(shown if shown is not None else [], said, style, asides)
                self._below(others, said, style, (*asides, Kind.FALLBACK))
            elif tag in PARTS_OF_FRACTION:
                said.append((asides, " "))
                self._below(element, said, style, asides)
                said.append((asides, " "))
            else:
                self._below(element, said, style, inner)


def _cut(said: _Said) -> list[str]:
    """What is aside of the text twice in the same way, and with nothing between, is one."""
    told = [(asides, text) for asides, text in said if text]
    running = "".join(text for asides, text in told if not asides)
    groups = groupby(told, key=lambda one: one[0])
    return [running, *("".join(text for _, text in group) for asides, group in groups if asides)]
