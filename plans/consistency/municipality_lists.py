"""Where a text lists the district's kommuner, and in which order."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from plans.consistency.checked_plan import Text

LEFT_OUT = 2  # at most, for a list to be meant as all of them
_FEW = 3  # kommuner: a text that names fewer is no list of them


def units(text: Text) -> Iterator[str]:
    """What one list stands in: a sentence, a list, a table."""
    for block in text.blocks:
        if block.tag in ("p", "blockquote"):
            yield from block.sentences
        else:
            yield block.text


def named_in(unit: str, names: Collection[str]) -> list[str]:
    """The kommuner in the order that they are named in."""
    return _any_of(tuple(names)).findall(unit) if names else []


def are_listed(named: Collection[str], names: Collection[str]) -> bool:
    """So many of them that all are meant."""
    return len(names) > 0 and len(set(named)) >= max(_FEW, len(names) - LEFT_OUT)


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})s?(?![\w-])")
