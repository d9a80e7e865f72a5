"""What changed between two versions of a text, block by block, with <ins> and <del> for the reader."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeVar

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from lxml import html as lxml_html
from lxml.html import HtmlElement
from lxml.html.diff import htmldiff

from samarbejde.rich_text import plain_text

Piece = TypeVar("Piece")

ALIKE = 0.4  # of the words: below this two blocks are one taken out and one put in
NEAR = 8  # blocks: no further away is an alike one looked for
LONGEST = 2_000  # words: a longer block is not compared word by word

_CONTAINERS = {"ul", "ol", "blockquote", "table", "tbody", "tr"}
_BLOCKS = {*_CONTAINERS, "p", "li", "td", "th"}


@dataclass(frozen=True)
class Difference:
    html: str  # the newer text with what is new in <ins> and what is gone in <del>
    changed: bool
    structure_only: bool  # the words are the same: only bold, lists or paragraphs changed


def difference(before: str, after: str) -> Difference:
    old, new = _root(before), _root(after)
    return Difference(
        html=_children(old, new),
        changed=before != after,
        structure_only=before != after and plain_text(before).split() == plain_text(after).split(),
    )


def line_difference(before: str, after: str) -> SafeString:
    """The same for one line of plain text, such as a heading."""
    parts: list[str] = []
    old, new = before.split(), after.split()
    for what, a, b, c, d in _matched(old, new, str):
        if what == "equal":
            parts.append(" ".join(old[a:b]))
            continue
        if b > a:
            parts.append(format_html("<del>{}</del>", " ".join(old[a:b])))
        if d > c:
            parts.append(format_html("<ins>{}</ins>", " ".join(new[c:d])))
    return format_html_join(" ", "{}", ((part,) for part in parts))


def blocks(text: str) -> list[str]:
    """The paragraphs, lists, quotes and tables that a text is made of."""
    return [_written(element) for element in _root(text)]


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Both changes to `base` in one text, or None where they touch the same or neighbouring blocks."""
    old = blocks(base)
    changes: list[tuple[int, int, list[str]]] = []
    for new in (blocks(mine), blocks(theirs)):
        for what, a, b, c, d in _matched(old, new, str):
            if what != "equal" and (a, b, new[c:d]) not in changes:
                changes.append((a, b, new[c:d]))
    changes.sort(key=lambda change: change[:2])
    if any(first[1] >= second[0] for first, second in pairwise(changes)):
        return None
    for a, b, put in reversed(changes):
        old[a:b] = put
    return "".join(old)


def _root(text: str) -> HtmlElement:
    return lxml_html.fragment_fromstring(text, create_parent="div")


def _written(element: HtmlElement) -> str:
    return str(lxml_html.tostring(element, encoding="unicode", with_tail=False))


def _children(old: HtmlElement, new: HtmlElement) -> str:
    """The differences between what two elements of the same kind hold."""
    before, after = list(old), list(new)
    parts = []
    for what, a, b, c, d in _matched(before, after, _written):
        if what == "equal":
            parts += [_written(element) for element in after[c:d]]
        else:
            parts += _replaced(before[a:b], after[c:d])
    return "".join(parts)


def _replaced(old: list[HtmlElement], new: list[HtmlElement]) -> list[str]:
    """Blocks that are alike side by side; the others gone or new."""
    parts = []
    rest = list(old)
    for element in new:
        alike = next((n for n, candidate in enumerate(rest[:NEAR]) if _alike(candidate, element)), None)
        if alike is None:
            parts.append(_marked(element, "ins"))
            continue
        parts += [_marked(gone, "del") for gone in rest[:alike]]
        parts.append(_pair(rest[alike], element))
        del rest[: alike + 1]
    return parts + [_marked(gone, "del") for gone in rest]


def _alike(old: HtmlElement, new: HtmlElement) -> bool:
    if old.tag != new.tag:
        return False
    words = _words(old), _words(new)
    if new.tag in ("table", "tbody"):
        return True
    if max(map(len, words)) > LONGEST:
        return False
    if new.tag in ("td", "th"):
        return True
    matcher = SequenceMatcher(None, *words, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _words(element: HtmlElement) -> list[str]:
    return " ".join(element.itertext()).split()


def _pair(old: HtmlElement, new: HtmlElement) -> str:
    if new.tag in _CONTAINERS and not any(child.tag not in _BLOCKS for child in [*old, *new]):
        return f"<{new.tag}>{_children(old, new)}</{new.tag}>"
    return f"<{new.tag}>{htmldiff(_inner(old), _inner(new))}</{new.tag}>"


def _inner(element: HtmlElement) -> str:
    return escape(element.text or "") + "".join(
        lxml_html.tostring(child, encoding="unicode") for child in element
    )


def _marked(element: HtmlElement, mark: str) -> str:
    """The element with all its words in <ins> or <del>, which stand inside blocks, never around them."""
    copy = deepcopy(element)
    copy.tail = None
    _mark_inline(copy, mark)
    return _written(copy)


def _mark_inline(element: HtmlElement, mark: str) -> None:
    children = list(element)
    wrapper: HtmlElement | None = None
    if element.text and element.text.strip():
        wrapper = lxml_html.Element(mark)
        wrapper.text, element.text = element.text, None
        element.insert(0, wrapper)
    for child in children:
        if child.tag in _BLOCKS:
            _mark_inline(child, mark)
            wrapper = None
            continue
        if wrapper is None:
            wrapper = lxml_html.Element(mark)
            element.insert(element.index(child), wrapper)
        wrapper.append(child)  # with its tail


def _matched(
    old: Sequence[Piece], new: Sequence[Piece], key: Callable[[Piece], str]
) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, [key(p) for p in old], [key(p) for p in new], autojunk=False)
    return list(matcher.get_opcodes())
