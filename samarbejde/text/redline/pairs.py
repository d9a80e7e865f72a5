"""Which block of an older text each block of a newer one was, and which of them stayed where they stood."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from samarbejde.text.matching import LONGEST, opcodes
from samarbejde.text.redline.reading import Block

ALIKE = 0.4  # of the words: below this two blocks are one taken out and one put in
SURELY_ALIKE = 0.6  # where they stand in different places
WITHIN = 0.8  # of the words of the shorter, where one grew out of the other
_ENOUGH = 6  # words, to say that it did
_RARE = 8  # blocks: a word that stands in more tells nothing
_TRIED = 3  # blocks, for each

Pairs = dict[int, int]  # the place of a newer block -> the place of the older


def paired(old: Sequence[Block], new: Sequence[Block]) -> Pairs:
    pairs = _same(old, new)
    free = set(range(len(old))) - set(pairs.values())
    holders = _holders(old, free)
    for n, block in enumerate(new):
        if n in pairs or not free:
            continue
        for o in _candidates(n, block, pairs, holders, free):
            if alikeness(old[o], block) >= ALIKE:
                pairs[n] = o
                free.discard(o)
                break
    stay = stayed(pairs, new)
    return {
        n: o
        for n, o in pairs.items()
        if n in stay or old[o].html == new[n].html or alikeness(old[o], new[n]) >= SURELY_ALIKE
    }


def stayed(pairs: Pairs, new: Sequence[Block]) -> set[int]:
    """The heaviest run of pairs, by their words, whose old places rise; the others moved."""
    # For each end of a run that no other beats: its old place, its weight, both rising, and the run itself.
    places: list[int] = []
    weights: list[int] = []
    runs: list[tuple[int, object]] = []
    for n, o in sorted(pairs.items()):
        at = bisect_left(places, o)
        weight = len(new[n].words) + 1 + (weights[at - 1] if at else 0)
        run = (n, runs[at - 1] if at else None)
        beaten = bisect_right(weights, weight, lo=at)
        places[at:beaten], weights[at:beaten], runs[at:beaten] = [o], [weight], [run]
    found: set[int] = set()
    last: object = runs[-1] if runs else None
    while isinstance(last, tuple):
        found.add(last[0])
        last = last[1]
    return found


def alikeness(old: Block, new: Block) -> float:
    """From 0 to 1, the share of the words that both have in one order."""
    if old.tag != new.tag:
        return 0
    if new.tag == "table":
        return 1
    a, b = old.words, new.words
    if not a or not b:
        return float(a == b)
    if max(len(a), len(b)) > LONGEST:
        return _in_common(a, b)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    shorter = min(len(a), len(b))
    most = sum((Counter(a) & Counter(b)).values())
    if 2 * most < ALIKE * (len(a) + len(b)) and (shorter < _ENOUGH or most < WITHIN * shorter):
        return 0
    same = sum(size for _, _, size in matcher.get_matching_blocks())
    within = same / shorter if shorter >= _ENOUGH and same >= WITHIN * shorter else 0
    return max(2 * same / (len(a) + len(b)), within)


def _same(old: Sequence[Block], new: Sequence[Block]) -> Pairs:
    """Those that are the very same: first as they stand in one order, then wherever they are."""
    pairs: Pairs = {}
    before, after = [block.html for block in old], [block.html for block in new]
    for what, a, b, c, _ in opcodes(before, after):
        if what == "equal":
            pairs |= {c + n: a + n for n in range(b - a)}
    left = set(range(len(old))) - set(pairs.values())
    standing: dict[str, list[int]] = defaultdict(list)
    for o in sorted(left, reverse=True):
        standing[before[o]].append(o)
    for n, html in enumerate(after):
        if n not in pairs and standing[html]:
            pairs[n] = standing[html].pop()
    return pairs


def _holders(old: Sequence[Block], free: Iterable[int]) -> dict[str, list[int]]:
    """The blocks that have each word, for words that tell blocks apart."""
    holders: dict[str, list[int]] = defaultdict(list)
    for o in free:
        for word in set(old[o].words):
            holders[word].append(o)
    return {word: places for word, places in holders.items() if len(places) <= _RARE}


def _candidates(
    n: int, block: Block, pairs: Pairs, holders: dict[str, list[int]], free: set[int]
) -> list[int]:
    """By rare words in common, so that no pair is tried in vain; and the one in this one's place."""
    votes: dict[int, float] = defaultdict(float)
    for word in set(block.words):
        places = holders.get(word, [])
        for o in places:
            if o in free:
                votes[o] += 1 / len(places)
    best = sorted(votes, key=lambda o: (-votes[o], o))[:_TRIED]
    follows = pairs[n - 1] + 1 if n - 1 in pairs else (0 if n == 0 else n)
    return [*best, *([follows] if follows in free and follows not in best else [])]


def _in_common(a: Sequence[str], b: Sequence[str]) -> float:
    return 2 * sum((Counter(a) & Counter(b)).values()) / (len(a) + len(b))
