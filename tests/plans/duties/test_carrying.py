"""What a plan laid on people follows its topic into next year's plan."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.drafting.workflow import carry_forward
from plans.duties import workflow
from plans.duties.models import Duty
from tests.making import a_plan, an_edition, section

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


def test_every_word_of_a_duty_goes_along_and_its_topic(cast):
    plan = a_plan(cast.kredsraad(), 2027)
    told = {"wording": "Mød op", "addressee": "office", "who": "Kommunerne", "modality": "bør"}
    told |= {"asked": "report", "condition": "Hvis tallene stiger", "position": 3, "sentence_key": "x" * 16}
    plan.duties.create(focus_area=plan.focus_areas.get(), **told)
    later = carry_forward(plan, 2029, by=cast.sekretariat)
    workflow.carry_duties(later, by=cast.sekretariat)
    carried = later.duties.get()
    assert {name: getattr(carried, name) for name in told} == told
    assert carried.focus_area == later.focus_areas.get()
    assert (carried.due_on, carried.due_year, carried.section) == (None, None, None)


def test_a_plan_for_the_year_after_next_sets_the_day_two_years_on(cast):
    plan = a_plan(cast.kredsraad(), 2027)
    gone = section(plan, "Natteliv")
    day = {"due_on": date(2027, 5, 4), "due_year": 2027, "due_quarter": 2}
    plan.duties.create(wording="Skriv", addressee="police", section=gone, **day)
    later = carry_forward(plan, 2029, by=cast.sekretariat)
    later.sections.get(lineage=gone.lineage).delete()
    workflow.carry_duties(later, by=cast.sekretariat)
    carried = later.duties.get()
    assert (carried.due_on, carried.due_year, carried.section) == (date(2029, 5, 4), 2029, None)


def test_the_first_plan_of_all_has_nothing_to_carry(cast):
    assert workflow.carry_duties(a_plan(cast.kredsraad(), 2027), by=cast.sekretariat) == 0


def test_a_plan_that_is_begun_on_its_page_has_them(cast, as_user):
    this_year = timezone.localdate().year
    plan = a_plan(cast.kredsraad(), this_year)
    plan.duties.create(wording="Mød op", addressee="all_local", due_year=this_year, due_quarter=2)
    an_edition(plan)
    typed = {"council": plan.council_id, "year": this_year + 1, "source": "forward"}
    assert as_user(cast.sekretariat).post(reverse("start-plan"), typed).status_code == 302
    carried = Duty.objects.get(plan__year=this_year + 1)
    assert (carried.wording, carried.due_year) == ("Mød op", this_year + 1)
