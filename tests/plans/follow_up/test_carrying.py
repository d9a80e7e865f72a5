"""What a plan laid on people follows its topic into next year's plan."""

from datetime import date

import pytest

from plans.drafting.workflow import carry_forward
from plans.follow_up import workflow
from tests.making import a_plan, section

pytestmark = pytest.mark.django_db


def test_duties_follow_their_section_and_time_of_year(cast):
    plan = a_plan(cast.kredsraad(), 2027)
    part = section(plan, "Natteliv")
    fields = {"section": part, "addressee": "named", "council_ids": [cast.lokalraad("Herning").pk]}
    plan.duties.create(wording="Mød op", due_year=2027, due_quarter=2, at_meeting=True, **fields)
    plan.duties.create(
        wording="Skriv", due_on=date(2028, 2, 29), due_year=2028, due_quarter=1, addressee="police"
    )
    later = carry_forward(plan, 2028, by=cast.sekretariat)
    assert workflow.carry_duties(later, by=cast.sekretariat) == 2
    assert workflow.carry_duties(later, by=cast.sekretariat) == 0
    first = later.duties.get(wording="Mød op")
    assert (first.section.lineage, first.section.plan) == (part.lineage, later)
    assert (first.due, first.council_ids) == ("kredsrådets møde i 2. kvartal 2028", fields["council_ids"])
    assert first.carried_from == plan.duties.get(wording="Mød op")
    assert later.duties.get(wording="Skriv").due_on == date(2029, 2, 28)
    assert first.history.get().history_change_reason == "Videreført fra 2027"
