"""What a published plan says of one kommune."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

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


def listed(snapshot: Snapshot) -> list[Row]:
    """The kommuner that the plan has a list for, each with name, slug and rows."""
    lists = _data(snapshot, RegisterData.PRIORITIES).get("municipalities", [])
    return [place for place in lists if place.get("slug")]


def pages(snapshot: Snapshot) -> dict[str, str]:
    """The addresses of the kommuner's own pages by their names, in the order of the plan."""
    where = (snapshot["district"]["slug"], snapshot["year"])
    return {
        place["name"]: reverse("municipality-page", args=[*where, place["slug"]])
        for place in listed(snapshot)
    }


def in_municipality(snapshot: Snapshot, name: str, slug: str) -> Place:
    """What the plan says of the kommune; nothing, when it names it nowhere."""
    lists = listed(snapshot)
    own: list[Row] = next((place["rows"] for place in lists if place["slug"] == slug), [])
    prevention = _data(snapshot, RegisterData.PREVENTION_AREAS).get("rows", [])
    forums = _data(snapshot, RegisterData.FORUMS).get("rows", [])
    return Place(
        name=name,
        slug=slug,
        areas=[row | {"text": _text(snapshot, row)} for row in own],
        prevention_areas=[row for row in prevention if row["municipality"] == name],
        forums=[row for row in forums if name in row["municipalities"]],
        neighbours=lists,
    )


def _data(snapshot: Snapshot, kind: str) -> Row:
    return next((s["data"] for s in snapshot["sections"] if s["data_kind"] == kind and s["data"]), {})


def _text(snapshot: Snapshot, row: Row) -> str:
    if row["scope"] == Scope.LOCAL:
        return row["description"]
    section = next((s for s in snapshot["sections"] if s["anchor"] == row["anchor"]), None)
    return section["body"] if section else ""
