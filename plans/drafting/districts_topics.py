"""The district-wide topics as the newest edition of the district's plan for the year has them. Reads only."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from plans.document.districts_plan import districts_plan, published_at
from plans.document.models import FocusArea, Plan, Scope, Section
from plans.document.snapshot import read_snapshot


@dataclass(frozen=True)
class Topic:
    lineage: UUID
    title: str
    since: int | None


@dataclass(frozen=True)
class Changes:
    """What a local plan lacks of the district's topics."""

    new: list[Topic]
    renamed: list[tuple[FocusArea, Topic]]
    gone: list[FocusArea]

    def __bool__(self) -> bool:
        return bool(self.new or self.renamed)


def districts_topics(plan: Plan) -> list[Topic]:
    """In the district's order; none before its plan is published."""
    of_district = districts_plan(plan)
    return list(_published(of_district)) if of_district else []


def changes_of_topics(plan: Plan) -> Changes:
    topics = {topic.lineage: topic for topic in districts_topics(plan)}
    standing = {area.lineage: area for area in plan.focus_areas.filter(scope=Scope.DISTRICT)}
    both = [(area, topics[lineage]) for lineage, area in standing.items() if lineage in topics]
    return Changes(
        new=[topic for lineage, topic in topics.items() if lineage not in standing],
        renamed=[(area, topic) for area, topic in both if area.title != topic.title],
        gone=[area for lineage, area in standing.items() if lineage not in topics],
    )


def _published(of_district: Plan) -> Iterator[Topic]:
    """As they stood when the edition was made, whatever is written in a newer draft."""
    edition = of_district.editions.order_by("-number").first()
    assert edition is not None
    text = read_snapshot(edition.snapshot)
    headings = {UUID(section["lineage"]): section["heading"] for section in text["sections"]}
    areas = FocusArea.history.as_of(published_at(of_district)).filter(
        plan=of_district.pk, scope=Scope.DISTRICT
    )
    stood = sorted(areas, key=lambda area: (area.position, area.pk))
    records = Section.history.filter(id__in=[area.section_id for area in stood if area.section_id])
    lineages = dict(records.order_by("history_id").values_list("id", "lineage"))
    for area in stood:
        title = headings.get(lineages[area.section_id]) if area.section_id else area.own_title
        if title:
            yield Topic(area.lineage, title, area.since)
