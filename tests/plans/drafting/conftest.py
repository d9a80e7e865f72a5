import pytest

from plans.document.models import Plan, RegisterData, Section, SectionKind


@pytest.fixture
def plan(cast) -> Plan:
    return Plan.objects.create(council=cast.kredsraad(), year=2027)


@pytest.fixture
def chapter(plan) -> Section:
    return Section.objects.create(
        plan=plan, position=1, kind=SectionKind.CHAPTER, heading="Prioriterede indsatsområder"
    )


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


@pytest.fixture
def full_plan(plan, section) -> Plan:
    """A section of every kind of data, two levels deep."""
    section("Forord", kind=SectionKind.FOREWORD, body="<p>Velkommen.</p>", data=RegisterData.SIGNATORIES)
    part = section("Organisering", kind=SectionKind.PART)
    chapter = section("Kredsrådet", part, body="<p>Kredsrådet mødes fire gange om året.</p>")
    for kind in RegisterData:
        if kind not in ("", RegisterData.SIGNATORIES):
            section(f"Afsnit med {kind.label}", chapter, data=kind, body="<p>Tekst.</p>")
    return plan
