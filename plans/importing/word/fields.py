"""Fields: a code, which is never shown, and its result, which is text like any other."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from plans.importing.blocks import Kind
from plans.importing.word.elements import Element, W

FIELD_SIGN, FIELD_CODE, SIMPLE_FIELD = f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_LINK = re.compile(r'\s*HYPERLINK\s+"?((?:https?://|mailto:)[^\s"]+)', re.IGNORECASE)
_LONGEST_CODE, _DEEPEST = 2_000, 50


@dataclass(eq=False)
class _Field:
    begin: Element
    code: str = ""
    is_shown: bool = False


class Fields:
    """Of a part, as its elements are met in their order. One that does not end is none: else a list of
    contents without an end would take the whole document.
    """

    def __init__(self, root: Element) -> None:
        self._begins = _begins(root)
        self._open: list[_Field] = []

    def meet(self, element: Element) -> None:
        if element.tag == FIELD_CODE:
            if self._open:
                self._open[-1].code = (self._open[-1].code + (element.text or ""))[:_LONGEST_CODE]
            return
        begin = self._begins.get(element)
        if begin is element:
            self._open.append(_Field(element))
        elif element.get(f"{W}fldCharType") == "end":
            self._open = [field for field in self._open if field.begin is not begin]
        else:
            for field in self._open:
                field.is_shown |= field.begin is begin

    @contextmanager
    def simple(self, element: Element) -> Iterator[None]:
        field = _Field(element, element.get(f"{W}instr", "")[:_LONGEST_CODE], is_shown=True)
        self._open.append(field)
        yield
        self._open.remove(field)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Of what is met here; nothing for running text."""
        if any(not field.is_shown for field in self._open):
            return (Kind.FIELD_CODE,)
        return (Kind.CONTENTS,) if any(_CONTENTS.match(field.code) for field in self._open) else ()

    @property
    def link(self) -> str:
        return next((match[1] for field in self._open[::-1] if (match := _LINK.match(field.code))), "")


def _begins(root: Element) -> dict[Element, Element]:
    """Where the field of each sign begins; not of one that lacks an end or a beginning, or is too deep."""
    begins: dict[Element, Element] = {}
    waiting: list[list[Element]] = []
    for element in root.iter(FIELD_SIGN):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            waiting.append([element])
        elif waiting and kind in ("separate", "end"):
            waiting[-1].append(element)
            if kind == "end":
                signs = waiting.pop()
                if len(waiting) < _DEEPEST:
                    begins |= dict.fromkeys(signs, signs[0])
    return begins
