"""What of a plan a proposal's words can be added to. Reads only."""

from uuid import UUID

from plans.document.models import EditMode, FocusArea, Plan, Scope, SectionKind
from plans.document.numbering import numbered
from plans.proposals.models import Outcome

Choices = list[tuple[str, str]]


def topics_and_sections(plan: Plan) -> tuple[Choices, Choices]:
    """The topics that have a text, and the sections that are no topic's, by lineage, with their numbers."""
    areas = list(plan.focus_areas.select_related("council").order_by("scope", "position", "pk"))
    topics = [
        (str(area.lineage), f"{area.title} ({area.council or 'kredsdækkende'})")
        for area in areas
        if has_text(area)
    ]
    theirs = {area.section_id for area in areas}
    sections = [
        (str(place.section.lineage), place.title)
        for place in numbered(plan.sections.all())
        if place.section.kind != SectionKind.PART and place.section.pk not in theirs
    ]
    return topics, sections


def has_text(area: FocusArea) -> bool:
    return area.section is not None or area.scope == Scope.LOCAL


def why_not_onto(plan: Plan, outcome: str, onto: UUID) -> str:
    """What is in the way of adding to the topic or section of this lineage; "" when nothing is."""
    if outcome == Outcome.SUGGESTED:
        gone = all(section.lineage != onto for section in plan.sections.all())
        return "Afsnittet er slettet. Ret afgørelsen, og vælg et andet." if gone else ""
    area = next((area for area in plan.focus_areas.all() if area.lineage == onto), None)
    if area is None or not has_text(area):
        return "Emnet er taget ud af planen. Ret afgørelsen, og vælg et andet."
    if area.section is not None and area.section.mode != EditMode.FREE:
        return f"»{area}« er låst, så der ikke kan føjes noget til. Lås det op under »Ansvar og status«."
    return ""
