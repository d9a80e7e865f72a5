import pytest

from plans.document.models import Section, SectionKind


@pytest.fixture
def section(plan):
    """`section("Natteliv", parent, kind=…)` stands last among its siblings in the room's `plan`."""

    def make(heading: str, parent: Section | None = None, kind: str = "", **fields: object) -> Section:
        usual = SectionKind.SECTION if parent and parent.kind != SectionKind.PART else SectionKind.CHAPTER
        last = plan.sections.filter(parent=parent).count()
        return Section.objects.create(
            plan=plan, parent=parent, position=last + 1, heading=heading, kind=kind or usual, **fields
        )

    return make
