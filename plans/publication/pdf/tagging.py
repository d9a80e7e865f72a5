"""A hook into WeasyPrint's tag tree: which HTML element each tag came from.

A block that a page break cuts becomes two tags. Only the element behind them tells that they are one,
so every tag gets three private keys, which `finishing` uses and removes again:
SourceKey (a number for element and tag), SourceRole (`role`) and SourceScope (`scope`).

It replaces the private `weasyprint.pdf.tags._build_box_tree`; WeasyPrint is pinned, and a test looks at the hook.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import pydyf
from weasyprint.pdf import tags

_one_at_a_time = Lock()


@contextmanager
def keyed_tags() -> Iterator[None]:
    """Inside, PDFs are written with the private keys; one PDF at a time."""
    original = tags._build_box_tree
    keys: dict[tuple[Any, str], int] = {}

    def build(box: Any, *place: Any) -> Iterator[pydyf.Dictionary]:
        box = getattr(box, "_box", box)
        for tag in original(box, *place):
            if box.element is not None:
                tag["SourceKey"] = keys.setdefault((box.element, box.element_tag), len(keys))
                if "::" not in box.element_tag:
                    tag.update(_described(box.element))
            yield tag

    with _one_at_a_time:
        tags._build_box_tree = build
        try:
            yield
        finally:
            tags._build_box_tree = original


def _described(element: Any) -> dict[str, pydyf.String]:
    names = {"role": "SourceRole", "scope": "SourceScope"} | ({"lang": "Lang"} if element.tag != "html" else {})
    return {key: pydyf.String(element.get(name)) for name, key in names.items() if element.get(name)}
