"""A paragraph while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from plans.importing.blocks import BREAK, Block, Footnote, Kind, LeftOut, Run
from plans.importing.word.elements import Element, W, value
from plans.importing.word.styles import Look
from plans.importing.word.word_ends import Asides


@dataclass(frozen=True)
class Around:
    """What holds for the letters at a place."""

    look: Look = field(default_factory=Look)
    link: str = ""
    asides: Asides = ()

    def with_aside(self, kind: Kind | None) -> Around:
        return replace(self, asides=(*self.asides, kind)) if kind else self


@dataclass
class OpenParagraph:
    place: str
    style: str
    properties: Element | None
    after: list[Block] = field(default_factory=list)  # what is anchored here, or left out of it
    _pieces: list[tuple[Run, list[str]]] = field(default_factory=list)  # a look, and its letters
    _aside: tuple[Asides, list[str]] = ((), [])

    @property
    def has_lost_its_end(self) -> bool:
        """A tracked change took its mark away: it goes on in the next one."""
        mark = None if self.properties is None else self.properties.find(f"{W}rPr")
        return any(value(mark, f"{W}{name}") is not None for name in ("del", "moveFrom"))

    def say(self, text: str, around: Around) -> None:
        if around.asides:
            if text:
                self._say_aside(text, around.asides)
            return
        if text:
            self._end_aside()
        look = around.look
        run = Run("", look.bold, look.italic, look.raised, look.lowered, around.link)
        self._add(run, text)

    def note(self, note: Footnote) -> None:
        self._pieces.append((Run("", note=note), []))

    def goes_on_from(self, before: OpenParagraph) -> None:
        """With a space, so that two words are not glued."""
        before._end_aside()
        self.place = before.place if before._pieces else self.place
        self.after, self._pieces = before.after, before._pieces
        run, said = self._pieces[-1] if self._pieces else (Run(""), [" "])
        if run.note:
            self._pieces.append((Run(""), [" "]))
        elif not said[-1].endswith(" "):
            said.append(" ")

    def end(self) -> tuple[Run, ...]:
        """The running text; what stands aside of it is in `after`."""
        self._end_aside()
        runs = [replace(run, text=run.text + "".join(said)) for run, said in self._pieces]
        return tuple(_trimmed([run for run in runs if run.text or run.note]))

    def _add(self, run: Run, text: str) -> None:
        if self._pieces and self._pieces[-1][0] == run:
            self._pieces[-1][1].append(text)
        elif text:
            self._pieces.append((run, [text]))

    def _say_aside(self, text: str, asides: Asides) -> None:
        if asides != self._aside[0]:
            self._end_aside()
            self._aside = (asides, [])
        self._aside[1].append(text)

    def _end_aside(self) -> None:
        (asides, said), self._aside = self._aside, ((), [])
        if text := "".join(said).strip():
            self.after.append(LeftOut(self.place, asides[0], text))


def _trimmed(runs: list[Run]) -> list[Run]:
    """Without line ends and spaces around it; a tab at its beginning may be a column."""
    says = [at for at, run in enumerate(runs) if run.note or run.text.strip(f" {BREAK}")]
    kept = runs[says[0] :] if says else []
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(f" {BREAK}"))
    ends = [at for at, run in enumerate(kept, 1) if run.note or run.text.strip()]
    kept = kept[: ends[-1]] if ends else []
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept
