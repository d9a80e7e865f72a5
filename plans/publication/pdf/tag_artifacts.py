"""What is printed but is no content: running headers and footers, repeated table headers, decoration."""

from collections.abc import Container

import pydyf

from plans.publication.pdf.tag_tree import Mark, TagTree

_POINTS = 0.75


def mark_artifacts(tree: TagTree, left_out: Container[Mark]) -> None:
    """What no tag owns is an artifact; but for `left_out` it is WeasyPrint's margin boxes."""
    owned = set(tree.document.marks())
    for number, page in enumerate(tree.pages):
        content: list[object] = tree.pdf.objects[int(page["Contents"].split()[0])].stream
        half = float(page["MediaBox"][3]) / 2
        for index, item in enumerate(content):
            if isinstance(item, pydyf.Dictionary) and "MCID" in item:
                mark = Mark(number, item["MCID"])
                if mark in left_out:
                    content[index - 1 : index + 2] = [
                        "/Artifact",
                        pydyf.Dictionary({"Type": "/Layout"}),
                        b"BDC",
                    ]
                elif mark not in owned:
                    kind = "/Header" if _first_height(content[index:]) * _POINTS < half else "/Footer"
                    properties = pydyf.Dictionary({"Type": "/Pagination", "Subtype": kind})
                    content[index - 1 : index + 2] = ["/Artifact", properties, b"BDC"]


def _first_height(content: list[object]) -> float:
    """Where the next text stands, in CSS pixels from the top of the page."""
    matrices = (item for item in content if isinstance(item, bytes) and item.endswith(b" Tm"))
    return float(next(matrices, b"0 0 0 0 0 0 Tm").split()[5])
