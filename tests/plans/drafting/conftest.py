import pytest

from plans.document.models import Plan, Section, SectionKind


@pytest.fixture
def plan(cast) -> Plan:
    return Plan.objects.create(council=cast.kredsraad(), year=2027)


@pytest.fixture
def chapter(plan) -> Section:
    return Section.objects.create(
        plan=plan, position=1, kind=SectionKind.CHAPTER, heading="Prioriterede indsatsområder"
    )
