"""Where a section stands among its siblings. Being pushed down by another is not history."""

from plans.document.models import Plan, Section


def siblings(plan: Plan, parent: Section | None) -> list[Section]:
    return list(plan.sections.filter(parent=parent).order_by("position", "pk"))


def insert(section: Section, among: list[Section], at: int) -> None:
    """Put `section` at position `at` (from 0) among its siblings to be; saves the others, not `section`."""
    others = [sibling for sibling in among if sibling.pk != section.pk or section.pk is None]
    order = [*others[:at], section, *others[at:]]
    moved = []
    for position, sibling in enumerate(order, start=1):
        if sibling.position != position:
            sibling.position = position
            if sibling is not section:
                moved.append(sibling)
    Section.objects.bulk_update(moved, ["position"])
