"""Footnotes and endnotes, each taken where the text calls for it first."""

from collections.abc import Iterator
from dataclasses import dataclass

from plans.importing.word.elements import Element, W
from plans.importing.word.fields import Fields
from plans.importing.word.package import Package

CALLS = {f"{W}{kind}Reference": kind for kind in ("footnote", "endnote")}


@dataclass(frozen=True)
class Note:
    element: Element
    part: str
    fields: Fields


class Notes:
    def __init__(self, package: Package) -> None:
        self._uncalled: dict[tuple[str, str], Note] = {}
        for kind in CALLS.values():
            part = package.related(f"{kind}s")
            root = package.part(part)
            if root is not None:
                fields = Fields(root)
                for note in root.findall(f"{W}{kind}"):
                    self._uncalled.setdefault((kind, note.get(f"{W}id", "")), Note(note, part, fields))

    def called(self, call: Element) -> Note | None:
        return self._uncalled.pop((CALLS[call.tag], call.get(f"{W}id", "")), None)

    def uncalled(self) -> Iterator[Element]:
        """Some without words: Word keeps the lines above its notes as notes too."""
        return (note.element for note in self._uncalled.values())
