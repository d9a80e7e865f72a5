"""Two versions of a text held against each other, block by block."""

import re
from dataclasses import dataclass

from samarbejde.text.redline.blocks import Move, redlined
from samarbejde.text.redline.reading import blocks_of
from samarbejde.text.rich_text import plain_text

_PICTURE = re.compile(r"<(?:img|figure)\b[^<>]*>")


@dataclass(frozen=True)
class Difference:
    html: str  # the newer text with what is new in <ins>, what is gone in <del>, and notes of what moved
    changed: bool
    structure_only: bool  # the words are the same: only bold, lists or paragraphs changed


def difference(before: str, after: str, *, as_moved: Move | None = None) -> Difference:
    """Outside <del> stands the newer text, outside <ins> the older; notes are of the class `redline-note`.

    `as_moved` writes paragraphs that moved as they were, where a note is not enough.
    """
    if before == after:
        return Difference(after, changed=False, structure_only=False)
    same_words = _read(before) == _read(after)
    html = redlined(blocks_of(before), blocks_of(after), as_moved=as_moved)
    if same_words and ("<ins>" in html or "<del>" in html):
        html = after
    return Difference(html, changed=True, structure_only=same_words)


def _read(text: str) -> list[str]:
    """What people read, however it is built."""
    return [*plain_text(text).split(), *_PICTURE.findall(text)]
