"""A paragraph that was split in several, and several that were joined in one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samarbejde.text.redline.pairs import Pairs
from samarbejde.text.redline.reading import Block
from samarbejde.text.redline.words import END, Marked, Token, compared, inline

_TAKEN = 0.6  # of a part's words stand in the whole
_ENOUGH = 3  # words, to be a part


@dataclass(frozen=True)
class Span:
    """Blocks of the newer text, and those of the older that they were; one of the two is one block."""

    new: range
    old: range
    anchor: int  # the newer block that decides where they stand


def spans(old: Sequence[Block], new: Sequence[Block], pairs: Pairs) -> Iterator[Span]:
    """Every pair, with the neighbours that are parts of it."""
    known, taken = set(pairs.values()), set(pairs)
    for n, o in sorted(pairs.items()):
        before, after = old[o], new[n]
        one = Span(range(n, n + 1), range(o, o + 1), n)
        if before.tag == after.tag == "p" and before.html != after.html:
            split = _parts(new, n, taken, Counter(before.words))
            joined = _parts(old, o, known, Counter(after.words)) if len(split) == 1 else range(o, o + 1)
            one = Span(split, joined, n)
            taken.update(split)
            known.update(joined)
        yield one


def parts_told(span: Span, old: Sequence[Block], new: Sequence[Block]) -> str:
    """The newer paragraphs with what is not as it was."""
    before, after = (
        _with_ends([row[n] for n in places]) for row, places in ((old, span.old), (new, span.new))
    )
    pieces: list[list[Marked]] = [[]]
    for mark, token in compared(before, after):
        if token.text == END:
            pieces.append([])
        else:
            pieces[-1].append((mark, token))
    for piece, following in pairwise(pieces):
        _keep_signs(piece, following)
    return "".join(new[n].around(inline(piece)) for n, piece in zip(span.new, pieces, strict=True))


def _keep_signs(piece: list[Marked], following: list[Marked]) -> None:
    """A comma that stood behind a word of the piece before is gone from there, if its word is."""
    at = next((n for n, (mark, _) in enumerate(following) if mark != "ins"), len(following))
    while at < len(following) and following[at][0] != "ins" and not following[at][1].space:
        mark, token = following[at]
        piece.append(("del", token))
        if mark == "del":
            del following[at]
        else:
            following[at] = "ins", token
            at += 1


def _parts(row: Sequence[Block], at: int, taken: set[int], whole: Counter[str]) -> range:
    """The neighbours of one block that hold what else was in the whole."""
    left = whole - Counter(row[at].words)
    first = last = at
    while _is_part(row, first - 1, taken, left):
        first -= 1
        left -= Counter(row[first].words)
    while _is_part(row, last + 1, taken, left):
        last += 1
        left -= Counter(row[last].words)
    return range(first, last + 1)


def _is_part(row: Sequence[Block], at: int, taken: set[int], left: Counter[str]) -> bool:
    if not 0 <= at < len(row) or at in taken or row[at].tag != "p" or len(row[at].words) < _ENOUGH:
        return False
    words = Counter(row[at].words)
    return sum((words & left).values()) >= _TAKEN * sum(words.values())


def _with_ends(paragraphs: Sequence[Block]) -> list[Token]:
    found = list(paragraphs[0].tokens)
    for paragraph in paragraphs[1:]:
        found += [Token(END, ""), *paragraph.tokens]
    return found
