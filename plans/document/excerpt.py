"""One section of a plan by itself, as it will stand: numbered, under the headings it belongs to."""

import re
from typing import cast

from plans.document.snapshot import SectionText, Snapshot
from plans.templatetags.apart import counted_in

_LINK = re.compile(r' href="#([^"]*)"')


class Excerpt(Snapshot):
    counted_before: tuple[int, int]  # notes and figures, in the sections that are not in it


def excerpt(text: Snapshot, lineage: str) -> Excerpt:
    """Links to what is not in it lead nowhere."""
    sections = text["sections"]
    here = next(place for place, section in enumerate(sections) if section["lineage"] == lineage)
    found = [*(_heading(above) for above in _above(sections, here)), sections[here]]
    anchors = {section["anchor"] for section in found}
    return {
        **text,
        "sections": cast(list[SectionText], _without_lost_links(found, anchors)),
        "counted_before": counted_in(sections[:here]),
    }


def _above(sections: list[SectionText], here: int) -> list[SectionText]:
    """The sections that this one stands in, the outermost first."""
    found: list[SectionText] = []
    depth = sections[here]["depth"]
    for section in reversed(sections[:here]):
        if section["depth"] < depth:
            found.insert(0, section)
            depth = section["depth"]
    return found


def _heading(section: SectionText) -> SectionText:
    return {**section, "body": "", "closing": "", "data_kind": "", "data": None}


def _without_lost_links(value: object, anchors: set[str]) -> object:
    if isinstance(value, dict):
        lost = isinstance(value.get("anchor"), str) and value["anchor"] not in anchors
        kept = {name: _without_lost_links(inner, anchors) for name, inner in value.items()}
        return kept | {"anchor": ""} if lost else kept
    if isinstance(value, list):
        return [_without_lost_links(inner, anchors) for inner in value]
    if isinstance(value, str):
        return _LINK.sub(lambda link: link[0] if link[1] in anchors else "", value)
    return value
