"""Letters, in the order in which they are read, → runs with the spaces and line ends that the page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from plans.importing.blocks import BREAK, WRAP, Footnote, Run
from plans.importing.pdf.characters import INFERRED, Character

Piece = Character | Footnote


class Look(NamedTuple):
    """Of a run."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False


PLAIN = Look()
HAIR, SPACE, TAB = 0.08, 0.16, 1.5  # of a letter's height
LARGER, SHIFTED = 1.02, 0.12
_HYPHENS = ("-", "\u2010", "\u00ad")


@dataclass(eq=False)
class Row:
    """What stands beside each other."""

    pieces: list[Piece] = field(default_factory=list)

    @cached_property
    def letters(self) -> list[Character]:
        return [one for one in self.pieces if isinstance(one, Character) and not one.is_blank]


def runs_of(pieces: Iterable[Piece], right_edge: float = 0) -> tuple[Run, ...]:
    """`right_edge` is how far right a line could go, where that is known."""
    rows = rows_of(pieces)
    writer = _Writer()
    ends = _line_ends(rows, right_edge)
    for at, row in enumerate(rows):
        if at:
            writer.add_blank(ends[at - 1])
        _write(writer, row)
    return tuple(writer.runs())


def text_of(pieces: Iterable[Piece], right_edge: float = 0) -> str:
    return "".join(run.text for run in runs_of(pieces, right_edge))


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """Without the blanks at their ends."""
    rows: list[Row] = []
    last: Character | None = None
    blank: Character | None = None
    for piece in pieces:
        if isinstance(piece, Footnote):
            rows = rows or [Row()]
            rows[-1].pieces.append(piece)
        elif piece.is_blank:
            blank = piece
        else:
            if last is None or begins_line(last, piece):
                rows += [Row()] if last or not rows else []
            elif blank and (blank.text != INFERRED or piece.left - last.right > last.height * HAIR):
                rows[-1].pieces.append(blank)
            rows[-1].pieces.append(piece)
            last, blank = piece, None
    return rows


def begins_line(last: Character, letter: Character) -> bool:
    look, other = last.look, letter.look
    if look is not other and (look.page != other.page or look.turned != other.turned):
        return True
    return abs(last.middle - letter.middle) > max(last.height, letter.height) * 0.5


def gap(last: Character, letter: Character) -> str:
    """The space that the eye sees between two letters of one line."""
    wide = letter.left - last.right
    height = max(last.height, letter.height)
    if wide > height * TAB:
        return "\t"
    return " " if wide > height * SPACE or wide < -height else ""


def size_of(letters: Iterable[Character]) -> float:
    """The height that most of them have, in points."""
    heights = Counter(one.height for one in letters if not one.is_blank)
    return heights.most_common(1)[0][0] if heights else 1.0


def raised_or_lowered(letters: Sequence[Character]) -> dict[Character, bool]:
    """Those of a line that are no larger than the others, and stand higher (True) or lower (False)."""
    if len({one.bottom for one in letters}) < 2:
        return {}
    places = Counter((one.height, round(one.bottom, 1)) for one in letters)
    (size, foot), _ = places.most_common(1)[0]
    found: dict[Character, bool] = {}
    for one in letters:
        higher = one.middle - foot - size / 2
        if one.height > size * LARGER:
            continue
        if higher > 0 and one.bottom - foot > size * SHIFTED:
            found[one] = True
        elif higher < 0 and foot - one.bottom > size * SHIFTED / 2:
            found[one] = False
    return found


class _Writer:
    """Collects letters of one look as one run."""

    def __init__(self) -> None:
        self.parts: list[tuple[Look | None, list[str], Footnote | None]] = []

    def add(self, text: str, look: Look) -> None:
        if self.parts and self.parts[-1][0] == look:
            self.parts[-1][1].append(text)
        else:
            self.parts.append((look, [text], None))

    def add_blank(self, text: str) -> None:
        """As bold as what stands before it."""
        look = (self.parts[-1][0] if self.parts else None) or PLAIN
        self.add(text, look._replace(raised=False, lowered=False))

    def add_note(self, note: Footnote) -> None:
        self.parts.append((None, [], note))

    def runs(self) -> Iterator[Run]:
        for look, texts, note in self.parts:
            yield Run("".join(texts), *(look or PLAIN), note=note)


def _write(writer: _Writer, row: Row) -> None:
    marks = raised_or_lowered(row.letters)
    last: Character | None = None
    blank = False
    for piece in row.pieces:
        if isinstance(piece, Footnote):
            writer.add_note(piece)
            continue
        if piece.is_blank:
            blank = True
            continue
        if last and (between := gap(last, piece) or (" " if blank else "")):
            writer.add_blank(between)
        raised = marks.get(piece)
        writer.add(piece.text, Look(piece.look.bold, piece.look.italic, raised is True, raised is False))
        last, blank = piece, False


def _line_ends(rows: list[Row], right_edge: float) -> list[str]:
    """Between rows: `BREAK` where the next one's first word had had room: somebody wanted it there."""
    if len(rows) < 2:
        return []
    letters = [row.letters for row in rows]
    edge = max(right_edge, *(one[-1].right for one in letters if one))
    widest = max((one[-1].right - one[0].left for one in letters if one), default=0.0)
    roomy = [bool(one and other) and _has_room(one, other, edge, widest) for one, other in pairwise(letters)]
    return [BREAK if one else WRAP for one in roomy]


def _has_room(before: list[Character], after: list[Character], edge: float, widest: float) -> bool:
    if before[0].look.page != after[0].look.page or before[-1].text in _HYPHENS:
        return False
    size = max(before[-1].height, after[0].height)
    left, right = before[0].left, before[-1].right
    centred = (
        abs(left - after[0].left) > size and abs((left + right) - (after[0].left + after[-1].right)) < size
    )
    room = widest - (right - left) if centred else edge - right
    return room > _first_word(after) + size * 0.8


def _first_word(letters: list[Character]) -> float:
    """Its width."""
    last = letters[0]
    for before, letter in pairwise(letters):
        if gap(before, letter):
            break
        last = letter
    return last.right - letters[0].left
