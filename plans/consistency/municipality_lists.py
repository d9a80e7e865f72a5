"""Where a text lists the district's kommuner, and in which order."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from plans.consistency.checked_plan import Text

LEFT_OUT = 2  # at most, for a list to be meant as all of them
_ALL = re.compile(r"\b(?:alle|samtlige)\s(?:\w+\s){0,2}kommuner\b", re.IGNORECASE)
_SHORT = 50  # letters of a line that may be one of a list
_FEW = 3  # kommuner: a text that names fewer is no list of them


def units(text: Text) -> Iterator[str]:
    """What one list stands in: a sentence, a list, a table, short lines below each other."""
    short: list[str] = []
    for block in text.blocks:
        is_prose = block.tag in ("p", "blockquote")
        if is_prose and all(len(line) <= _SHORT and line[-1] not in ".:" for line in block.lines):
            short += block.lines
            continue
        yield from _as_one(short)
        short = []
        yield from block.sentences if is_prose else [block.text]
    yield from _as_one(short)


def _as_one(lines: list[str]) -> list[str]:
    return ["\n".join(lines)] if lines else []


def says_all(unit: str) -> bool:
    """»Der er nævn i alle kommuner: …«"""
    return bool(_ALL.search(unit))


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
