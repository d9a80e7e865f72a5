"""The levels of headings that only their size tells."""

from collections.abc import Iterable
from itertools import pairwise, takewhile

from plans.importing.pdf.drafts import HEADING, Draft, Text


def relevel(drafts: list[Draft]) -> None:
    """Without gaps between them; a title that stands alone at its level, and what follows it, have none."""
    headings = [one for one in drafts if isinstance(one, Text) and one.kind == HEADING]
    texts = [one for one in drafts if isinstance(one, Text)]
    title = headings[0] if headings and headings[0] is texts[0] and headings[0].sure else None
    if title and len(headings) > 1 and title.level < min(one.level for one in headings[1:]):
        title.level = 0
        following = list(takewhile(lambda one: one.kind == HEADING, texts[1:]))
        for one, after in pairwise(headings[1:]):
            if one in following and one.level > after.level:
                one.level = 0
            else:
                break
    used = sorted({one.level for one in headings} - {0})
    for one in headings:
        one.level = used.index(one.level) + 1 if one.level else 0


def levels_of(sizes: Iterable[float]) -> dict[float, int]:
    """The sizes of headings → their level, the tallest first; nearly the same is the same."""
    found: dict[float, int] = {}
    last, level = 0.0, 0
    for size in sorted(sizes, reverse=True):
        if not level or last - size > 0.3:
            level += 1
        found[size], last = level, size
    return found
