import pytest

from plans.document.models import Plan, Section, SectionKind


@pytest.fixture
def plan(cast) -> Plan:
    return Plan.objects.create(council=cast.kredsraad(), year=2027)


@pytest.fixture
def section(plan):
    """`section("Natteliv", parent, kind=…)` stands last among its siblings."""

    def make(heading: str, parent: Section | None = None, kind: str = "", **fields: object) -> Section:
        usual = SectionKind.SECTION if parent and parent.kind != SectionKind.PART else SectionKind.CHAPTER
        last = plan.sections.filter(parent=parent).count()
        return Section.objects.create(
            plan=plan, parent=parent, position=last + 1, heading=heading, kind=kind or usual, **fields
        )

    return make
