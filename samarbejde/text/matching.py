"""What of two rows of things is the same, without the ends that are."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

LONGEST = 2_000  # words and signs: what differs in a longer stretch is taken out and put in
Opcode = tuple[str, int, int, int, int]  # as `SequenceMatcher.get_opcodes` has them
Row = Sequence[Hashable]


def opcodes(old: Row, new: Row, longest: int | None = None) -> Iterator[Opcode]:
    """How the older becomes the newer.

    Where more than `longest` differ, they are parted at what stands once in both; what is still longer
    between two of these differs as a whole.
    """
    first, last = _ends(old, new)
    middle = old[first : len(old) - last], new[first : len(new) - last]
    parts = [(0, 0, *map(len, middle))]
    if longest is not None and max(map(len, middle)) > longest:
        parts = list(_between(*middle))
    if first:
        yield "equal", 0, first, 0, first
    for a, c, length, new_length in parts:
        before, after = middle[0][a : a + length], middle[1][c : c + new_length]
        for what, i, j, k, m in _told(before, after, longest):
            yield what, first + a + i, first + a + j, first + c + k, first + c + m
    if last:
        yield "equal", len(old) - last, len(old), len(new) - last, len(new)


def _told(old: Row, new: Row, longest: int | None) -> list[Opcode]:
    if longest is not None and max(len(old), len(new)) > longest:
        return [("replace", 0, len(old), 0, len(new))]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _ends(old: Row, new: Row) -> tuple[int, int]:
    """How many are the same at the beginning, and then at the end."""
    most = min(len(old), len(new))
    first = next((n for n in range(most) if old[n] != new[n]), most)
    most -= first
    return first, next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)


def _between(old: Row, new: Row) -> Iterator[tuple[int, int, int, int]]:
    """Where each part begins in both, and its length in each; what stands once in both begins one."""
    a = c = 0
    for o, n in [*_once_in_both(old, new), (len(old), len(new))]:
        yield a, c, o - a, n - c
        a, c = o, n


def _once_in_both(old: Row, new: Row) -> list[tuple[int, int]]:
    """The places of the longest run of these that stands in one order."""
    counts, others = Counter(old), Counter(new)
    places = {key: o for o, key in enumerate(old) if counts[key] == 1 == others[key]}
    ends: list[int] = []  # the lowest old place that a run of each length can end with
    runs: list[tuple[int, int, object]] = []
    for n, key in enumerate(new):
        if key not in places:
            continue
        o = places[key]
        at = bisect_left(ends, o)
        run = (o, n, runs[at - 1] if at else None)
        ends[at : at + 1], runs[at : at + 1] = [o], [run]
    found: list[tuple[int, int]] = []
    last: object = runs[-1] if runs else None
    while isinstance(last, tuple):
        found.append((last[0], last[1]))
        last = last[2]
    return found[::-1]
