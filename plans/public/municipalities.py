"""What a published plan says of one kommune."""

from dataclasses import dataclass
from typing import Any

from plans.document.models import RegisterData, Scope
from plans.document.rendering import Snapshot

Row = dict[str, Any]


@dataclass(frozen=True)
class Place:
    name: str
    slug: str
    areas: list[Row]  # its priorities in order; each with `text`, the HTML of what the plan says of it
    prevention_areas: list[Row]
    forums: list[Row]
    neighbours: list[Row]  # the district's kommuner, for the way to the next page


def in_municipality(snapshot: Snapshot, slug: str) -> Place | None:
    """The kommune with this address, or None when the plan has no list for it."""
    lists = _data(snapshot, RegisterData.PRIORITIES).get("municipalities", [])
    own = next((place for place in lists if place["slug"] == slug), None)
    if own is None:
        return None
    prevention = _data(snapshot, RegisterData.PREVENTION_AREAS).get("rows", [])
    forums = _data(snapshot, RegisterData.FORUMS).get("rows", [])
    return Place(
        name=own["name"],
        slug=slug,
        areas=[row | {"text": _text(snapshot, row)} for row in own["rows"]],
        prevention_areas=[row for row in prevention if row["municipality"] == own["name"]],
        forums=[row for row in forums if own["name"] in row["municipalities"]],
        neighbours=lists,
    )


def _data(snapshot: Snapshot, kind: str) -> Row:
    return next((s["data"] for s in snapshot["sections"] if s["data_kind"] == kind and s["data"]), {})


def _text(snapshot: Snapshot, row: Row) -> str:
    if row["scope"] == Scope.LOCAL:
        return row["description"]
    section = next((s for s in snapshot["sections"] if s["anchor"] == row["anchor"]), None)
    return section["body"] if section else ""
