"""What a published plan says of one kommune."""

import re
from dataclasses import dataclass

from django.urls import reverse

from plans.document.duty_words import Addressee, whom_text
from plans.document.models import Scope
from plans.document.snapshot import Snapshot, filled_in
from plans.document.snapshot.data import (
    Duties,
    DutyRow,
    ForumRow,
    Forums,
    PreventionAreaRow,
    PreventionAreas,
    Priorities,
    PrioritiesOfMunicipality,
    PriorityRow,
)


class Area(PriorityRow):
    text: str  # the HTML of what the plan says of it


@dataclass(frozen=True)
class InMunicipality:
    name: str
    slug: str
    areas: list[Area]  # its priorities in order
    prevention_areas: list[PreventionAreaRow]
    forums: list[ForumRow]
    duties: list[DutyRow]  # of all lokalråd, of those with a prevention area if it has one, and of its own
    neighbours: list[PrioritiesOfMunicipality]  # the district's other kommuner, for the way to the next page


def listed(snapshot: Snapshot) -> list[PrioritiesOfMunicipality]:
    """The kommuner that the plan has a list for, each with name, slug and rows."""
    lists = [row for data in filled_in(snapshot, Priorities)[:1] for row in data["municipalities"]]
    return [row for row in lists if row.get("slug")]


def pages(snapshot: Snapshot) -> dict[str, str]:
    """The addresses of the kommuner's own pages by their names, in the order of the plan."""
    where = (snapshot["district"]["slug"], snapshot["year"])
    return {row["name"]: reverse("municipality-page", args=[*where, row["slug"]]) for row in listed(snapshot)}


def in_municipality(snapshot: Snapshot, name: str, slug: str) -> InMunicipality:
    """What the plan says of the kommune; nothing, when it names it nowhere."""
    lists = listed(snapshot)
    own = next((row["rows"] for row in lists if row["slug"] == slug), [])
    prevention = [row for data in filled_in(snapshot, PreventionAreas)[:1] for row in data["rows"]]
    forums = [row for data in filled_in(snapshot, Forums)[:1] for row in data["rows"]]
    areas = [row for row in prevention if row["municipality"] == name]
    every = {whom_text(who, "") for who in (Addressee.ALL_LOCAL, *([Addressee.PREVENTION] if areas else []))}
    duties = [row for data in filled_in(snapshot, Duties) for row in data["rows"]]
    return InMunicipality(
        name=name,
        slug=slug,
        areas=[{**row, "text": _text(snapshot, row)} for row in own],
        prevention_areas=areas,
        forums=[row for row in forums if name in row["municipalities"]],
        duties=[row for row in duties if row["who"] in every or _names(row, name)],
        neighbours=[row for row in lists if row["slug"] != slug],
    )


def _names(duty: DutyRow, municipality: str) -> bool:
    who = duty["who"]
    return who.startswith("Lokalråd") and bool(re.search(rf"\b{re.escape(municipality)}\b", who))


def _text(snapshot: Snapshot, row: PriorityRow) -> str:
    if row["scope"] == Scope.LOCAL:
        return row["description"]
    section = next((s for s in snapshot["sections"] if s["anchor"] == row["anchor"]), None)
    return section["body"] if section else ""
