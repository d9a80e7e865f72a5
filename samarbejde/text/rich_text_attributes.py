"""What an element that was read says: bold, italic, raised, where a link leads, how lists count."""

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from samarbejde.text.characters import printable, seen
from samarbejde.text.rich_text_blocks import Marks

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BOLD = re.compile(r"(?<![\w-])font-weight\s*:\s*(bold|bolder|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"(?<![\w-])font-weight\s*:\s*(normal|lighter|[1-5]00)", re.IGNORECASE)
_RAISED = re.compile(r"(?<![\w-])vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_ITALIC = re.compile(r"(?<![\w-])font-style\s*:\s*(italic|oblique)", re.IGNORECASE)
# A place on the page that was copied, or a page beside it, is not there in the plan: no link, only words.
_ADDRESS = re.compile(r"(https?://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)
_NUMBER_KINDS = frozenset(["a", "A", "i", "I"])


def marks(around: Marks, tag: str, attributes: Mapping[str, str]) -> Marks:
    found = around
    style = attributes.get("style", "")
    if (tag in ("b", "strong") or tag in _HEADINGS or _BOLD.search(style)) and not _NOT_BOLD.search(style):
        found = replace(found, strong=True)
    if tag in ("i", "em") or _ITALIC.search(style):
        found = replace(found, em=True)
    if tag in ("sup", "sub"):
        found = replace(found, raised=tag)
    elif raised := _RAISED.search(style):
        found = replace(found, raised=raised[1].lower()[:3])
    if tag == "a":
        href = re.sub(r"\s", "%20", seen(attributes.get("href", "")).strip())
        if _ADDRESS.fullmatch(href) and _is_whole(href):
            found = replace(found, href=href, title=" ".join(printable(attributes.get("title", "")).split()))
    return found


def list_attributes(attributes: Mapping[str, str]) -> dict[str, str]:
    start, kind = attributes.get("start", ""), attributes.get("type", "")
    found = {}
    if start.isascii() and start.isdigit() and len(start) < 5 and int(start) > 1:
        found["start"] = str(int(start))
    if kind in _NUMBER_KINDS:
        found["type"] = kind
    return found


def _is_whole(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # such as http://[
        return False
    return bool(parts.hostname or parts.scheme in ("mailto", "tel"))
