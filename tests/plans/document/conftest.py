import pytest

from plans.document.models import Plan


@pytest.fixture
def plan(cast) -> Plan:
    return Plan.objects.create(council=cast.kredsraad(), year=2027)
