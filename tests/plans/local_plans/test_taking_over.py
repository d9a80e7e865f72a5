"""The district's topics come into a lokalråd's plan, also when the district has begun one anew."""

import pytest
from django.urls import reverse

from plans.document.models import Plan
from plans.document.states import PlanState
from plans.drafting import workflow as drafting
from samarbejde.transitions import Refused
from tests.making import a_focus_area, an_edition, section
from tests.plans.local_plans import stages

pytestmark = pytest.mark.django_db
TOPIC = stages.TOPIC


def titles(plan: Plan) -> list[str]:
    return [area.title for area in plan.focus_areas.order_by("position", "pk")]


def test_a_topic_that_the_district_began_anew_is_the_same_here(cast, as_user):
    last = stages.draft(cast, year=stages.YEAR - 1, previous=None)
    a_focus_area(last, TOPIC, section=section(last, TOPIC, "<p>Hos os.</p>"))
    topic = stages.districts(cast).focus_areas.get()
    plan = stages.draft(cast, previous=last)
    assert titles(plan) == [TOPIC]
    assert plan.focus_areas.get().lineage == topic.lineage
    assert plan.focus_areas.get().section.body == "<p>Hos os.</p>"


def test_a_topic_is_as_old_here_as_it_is_in_the_districts_plan(cast):
    of_district = stages.districts(cast, public=False)
    a_focus_area(of_district, "Natteliv", section=section(of_district, "Natteliv"), since=2021)
    an_edition(of_district)
    since = {area.title: area.since for area in stages.draft(cast).focus_areas.all()}
    assert since == {TOPIC: stages.YEAR, "Natteliv": 2021}


def test_what_is_renamed_as_one_that_is_gone_waits_for_it(cast, as_user):
    of_district = stages.districts(cast, public=False)
    a_focus_area(of_district, "Natteliv", section=section(of_district, "Natteliv"))
    an_edition(of_district)
    plan, client = stages.draft(cast), as_user(cast.formand_herning)
    assert titles(plan) == [TOPIC, "Natteliv"]
    Plan.objects.filter(pk=of_district.pk).update(state=PlanState.DRAFT)
    youth, night = of_district.focus_areas.order_by("pk")
    drafting.remove_focus_area(night, by=cast.sekretariat)
    version = youth.section.version
    drafting.edit_focus_area(youth, title="Natteliv", text="", version=version, by=cast.sekretariat)
    an_edition(of_district)
    address = reverse("take-over-topics", args=[plan.pk])
    assert (
        f"»{TOPIC}« hedder nu »Natteliv«, men et gammelt emne hedder det samme." in client.get(address).text
    )
    client.post(address)
    assert titles(plan) == [TOPIC, "Natteliv"]
    drafting.remove_focus_area(plan.focus_areas.get(section__heading="Natteliv"), by=cast.formand_herning)
    client.post(address)
    assert titles(plan) == ["Natteliv"]


@pytest.mark.parametrize("state", [PlanState.DRAFT, PlanState.SIGNING, PlanState.SIGNED, PlanState.PUBLISHED])
def test_only_a_text_that_is_written_takes_them_over(cast, state):
    plan = stages.draft(cast)
    stages.districts(cast)
    Plan.objects.filter(pk=plan.pk).update(state=state)
    if state == PlanState.DRAFT:
        assert drafting.take_over_topics(plan, by=cast.formand_herning) == 1
    else:
        with pytest.raises(Refused):
            drafting.take_over_topics(plan, by=cast.formand_herning)
    assert titles(plan) == ([TOPIC] if state == PlanState.DRAFT else [])
