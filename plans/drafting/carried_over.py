"""Last year's sections and topics, each with what has become of it in this year's plan. Reads only."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from plans.document.models import Carried, FocusArea, Plan, Section
from plans.document.numbering import numbered


class Choice(StrEnum):
    KEPT = "kept"
    REVISED = "revised"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return {"kept": "Videreføres", "revised": "Revideres", "dropped": "Udgår"}[self]


@dataclass(frozen=True)
class CarriedRow:
    """A section of last year's plan, or a topic of it that has none."""

    lineage: UUID
    title: str
    depth: int
    is_topic: bool
    choice: Choice
    row: Section | FocusArea | None  # in this year's plan
    is_unread: bool

    @property
    def name(self) -> str:
        """Of its choices in the form."""
        return f"choice-{self.lineage.hex}"


@dataclass(frozen=True)
class CarriedOver:
    sections: list[CarriedRow]
    topics: list[CarriedRow]
    new: list[str]  # titles of sections that last year's plan did not have

    @property
    def rows(self) -> list[CarriedRow]:
        return [*self.sections, *self.topics]


def carried_over(plan: Plan) -> CarriedOver:
    """Two queries for each plan, however long they are; nothing where the plan was not carried forward."""
    if plan.previous is None:
        return CarriedOver([], [], [])
    own = {section.lineage: section for section in plan.sections.select_related("focus_area").defer("body")}
    before = numbered(plan.previous.sections.select_related("focus_area").defer("body"))
    sections = [
        _row(
            entry.section.lineage,
            entry.title or str(entry.section),
            own.get(entry.section.lineage),
            depth=entry.depth,
            is_topic=hasattr(entry.section, "focus_area"),
        )
        for entry in before
    ]
    areas = {area.lineage: area for area in plan.focus_areas.all()}
    topics = [
        _row(area.lineage, _with_council(area), areas.get(area.lineage), depth=0, is_topic=True)
        for area in plan.previous.focus_areas.select_related("council")
        if area.section_id is None
    ]
    known = {row.lineage for row in sections}
    new = [entry.title for entry in numbered(own.values()) if entry.section.lineage not in known]
    return CarriedOver(sections, topics, new)


def _row(
    lineage: UUID, title: str, row: Section | FocusArea | None, *, depth: int, is_topic: bool
) -> CarriedRow:
    if row is None:
        choice = Choice.DROPPED
    else:
        choice = Choice.REVISED if row.carried == Carried.REVISED else Choice.KEPT
    return CarriedRow(lineage, title, depth, is_topic, choice, row, bool(row and row.unread))


def _with_council(area: FocusArea) -> str:
    return f"{area.title} ({area.council})" if area.council else area.title
