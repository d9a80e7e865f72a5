"""A file as it was read, and the account of every word of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from plans.importing.blocks.blocks import Block, LeftOut
from plans.importing.blocks.walking import walk, words_of

_SAME = str.maketrans({"\xad": None, "\u200b": None, "\u2011": "-", "\u2010": "-"})


@dataclass(frozen=True)
class ReadFile:
    blocks: tuple[Block, ...]
    missing: Counter[str] = field(default_factory=Counter)  # what the file holds and the reading does not
    invented: Counter[str] = field(default_factory=Counter)  # "AltErMed", where words were run together
    by_letters: bool = False  # the two are letters: a PDF need not have spaces
    followed: Counter[str] = field(default_factory=Counter)  # tracked changes that were carried out, by name

    @property
    def left_out(self) -> list[LeftOut]:
        return [block for block in walk(self.blocks) if isinstance(block, LeftOut)]


def accounted(
    blocks: Iterable[Block],
    counted: Counter[str],
    *,
    by_letters: bool = False,
    followed: Counter[str] | None = None,
) -> ReadFile:
    """`counted` are the file's words, or letters, found by a count that knows nothing of the reader: what the
    reader forgot, made up or ran together shows against it.
    """
    blocks = tuple(blocks)
    left_out = (block.text for block in walk(blocks) if isinstance(block, LeftOut))
    words = [*words_of(blocks), *(word for text in left_out for word in text.split())]
    read = count(sign for word in words for sign in word) if by_letters else count(words)
    return ReadFile(blocks, counted - read, read - counted, by_letters, followed or Counter())


def count(words: Iterable[str]) -> Counter[str]:
    """Counted alike, whichever hyphen or invisible sign they are written with."""
    return Counter(filter(None, (word.translate(_SAME) for word in words)))
