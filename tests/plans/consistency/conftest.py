import pytest

from plans.document.models import Plan
from plans.duties.models import Duty


@pytest.fixture
def plan(cast) -> Plan:
    """A plan in order: the kredsråd's posts are held, and somebody has something to do."""
    cast.fill_posts()
    made = Plan.objects.create(council=cast.kredsraad(), year=2027)
    Duty.objects.create(plan=made, wording="Mødes", who="Lokalrådene", due_year=2027)
    return made
