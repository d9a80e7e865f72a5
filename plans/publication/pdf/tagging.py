"""A hook into WeasyPrint's tag tree: which HTML element each tag came from.

A block that a page break cuts becomes two tags. Only the element behind them tells that they are one,
so every tag gets an attribute `source` (element and its tag), which `finishing` reads.

It replaces the private `weasyprint.pdf.tags._build_box_tree`: WeasyPrint is pinned, and tests look at it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import pydyf
from weasyprint.pdf import tags

_one_at_a_time = Lock()


@contextmanager
def sourced_tags() -> Iterator[None]:
    """Inside, every tag knows its source; one PDF at a time."""

    def build(box: Any, *place: Any) -> Iterator[pydyf.Dictionary]:
        box = getattr(box, "_box", box)
        for tag in original(box, *place):
            if box.element is not None and not hasattr(tag, "source"):  # html and body hand on tags of others
                tag.source = (box.element, box.element_tag)
                language = box.element.get("lang")
                if language and box.element.tag != "html":
                    tag["Lang"] = pydyf.String(language)
            yield tag

    with _one_at_a_time:
        original = tags._build_box_tree
        tags._build_box_tree = build
        try:
            yield
        finally:
            tags._build_box_tree = original
