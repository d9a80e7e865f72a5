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
    begun_anew: list[tuple[FocusArea, Topic]]  # by the district, under the title that it had
    renamed: list[tuple[FocusArea, Topic]]
    held_up: list[tuple[FocusArea, Topic]]  # renamed as one that is gone and still stands here
    gone: list[FocusArea]

    def __len__(self) -> int:
        """How many of them can be taken over."""
        return len(self.new) + len(self.begun_anew) + len(self.renamed)


def districts_topics(plan: Plan) -> list[Topic]:
    """In the district's order; none before its plan is published."""
    of_district = districts_plan(plan)
    return list(_published(of_district)) if of_district else []


def changes_of_topics(plan: Plan) -> Changes:
    topics = {topic.lineage: topic for topic in districts_topics(plan)}
    standing = {area.lineage: area for area in plan.focus_areas.filter(scope=Scope.DISTRICT)}
    gone = {area.title: area for lineage, area in standing.items() if lineage not in topics}
    new = [topic for lineage, topic in topics.items() if lineage not in standing]
    anew = [(gone.pop(topic.title), topic) for topic in new if topic.title in gone]
    both = [(area, topics[lineage]) for lineage, area in standing.items() if lineage in topics]
    renamed = [(area, topic) for area, topic in both if area.title != topic.title]
    return Changes(
        new=[topic for topic in new if topic not in [one for _, one in anew]],
        begun_anew=anew,
        renamed=[(area, topic) for area, topic in renamed if topic.title not in gone],
        held_up=[(area, topic) for area, topic in renamed if topic.title in gone],
        gone=list(gone.values()),
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
