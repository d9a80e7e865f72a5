"""Two people's changes of one text in one."""

from itertools import pairwise

from samarbejde.text.matching import opcodes
from samarbejde.text.redline.reading import root_of, written


def blocks(text: str) -> list[str]:
    """The paragraphs, lists, quotes and tables that a text is made of."""
    return [written(element) for element in root_of(text)]


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Both changes to `base` in one text, or None where they touch the same or neighbouring blocks."""
    old = blocks(base)
    changes: list[tuple[int, int, list[str]]] = []
    for new in (blocks(mine), blocks(theirs)):
        for what, a, b, c, d in opcodes(old, new):
            if what != "equal" and (a, b, new[c:d]) not in changes:
                changes.append((a, b, new[c:d]))
    changes.sort(key=lambda change: change[:2])
    if any(first[1] >= second[0] for first, second in pairwise(changes)):
        return None
    for a, b, put in reversed(changes):
        old[a:b] = put
    return "".join(old)
