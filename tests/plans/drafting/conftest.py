import pytest

from plans.document.models import Plan, RegisterData, Section, SectionKind
from plans.document.numbering import numbered


@pytest.fixture
def plan(cast) -> Plan:
    return Plan.objects.create(council=cast.kredsraad(), year=2027)


@pytest.fixture
def chapter(plan) -> Section:
    return Section.objects.create(
        plan=plan, position=1, kind=SectionKind.CHAPTER, heading="Prioriterede indsatsområder"
    )


START = ["Del 1: Del", "1. A", "1.1 A1", "1.2 A2", "2. B", "3. C"]


@pytest.fixture
def tree(section):
    """Part 1 with chapters A (A1, A2) and B; an appendix C."""
    part = section("Del", kind=SectionKind.PART)
    a = section("A", part)
    section("A1", a, body="<p>Tekst i A1</p>")
    section("A2", a)
    section("B", part)
    section("C", kind=SectionKind.APPENDIX)


@pytest.fixture
def titles(plan):
    return lambda: [place.title for place in numbered(plan.sections.all())]


@pytest.fixture
def named(plan):
    return lambda heading: plan.sections.select_related("parent").get(heading=heading)


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
