"""A lokalråd's first meeting of the year is reminded of the action plans that it lacks."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from councils.agendas.sources import waiting_for
from councils.desk.workflow import cancel_meeting
from plans.action_plans import workflow
from plans.action_plans.agenda import action_plans_to_make
from plans.document.models import Plan
from plans.document.states import PlanState
from tests.councils.meetings import stages as meetings
from tests.making import a_focus_area
from tests.plans.action_plans import stages

pytestmark = pytest.mark.django_db
YEAR = stages.YEAR + 1


@pytest.fixture
def plan(cast):
    found = stages.year_plan(cast, YEAR)
    Plan.objects.filter(pk=found.pk).update(state=PlanState.PUBLISHED)
    return found


def test_the_first_meeting_of_the_year_has_them_on_its_agenda(cast, plan):
    first, second = (meetings.hernings(cast, held_on=date(YEAR, month, 3)) for month in (2, 5))
    [point] = [one for one in waiting_for(first) if one.kind == "Årets handleplaner"]
    assert point.title == f"Handleplaner for {YEAR}"
    assert "Trivsel for unge" in point.text
    assert list(action_plans_to_make(second)) == []
    cancel_meeting(first, reason=meetings.REASON, by=cast.formand_herning)
    assert len(list(action_plans_to_make(second))) == 1


def test_a_topic_that_has_its_action_plan_is_left_out(cast, plan):
    meeting, herning = meetings.hernings(cast, held_on=date(YEAR, 2, 3)), cast.lokalraad("Herning")
    workflow.make_action_plan(herning, stages.topic(cast, YEAR), YEAR, stages.WORDS, by=cast.medlem_herning)
    assert list(action_plans_to_make(meeting)) == []


def test_neither_a_draft_nor_another_council_is_reminded(cast, plan):
    of_all = meetings.planned(cast, held_on=date(YEAR, 2, 3))
    assert list(action_plans_to_make(of_all)) == []
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.DRAFT)
    assert list(action_plans_to_make(meetings.hernings(cast, held_on=date(YEAR, 2, 3)))) == []


def test_three_topics_cost_no_more_than_one(cast, plan):
    meeting = meetings.hernings(cast, held_on=date(YEAR, 2, 3))
    one = _queries(meeting)
    for title in ("Uro ved søen", "Knallerter"):
        a_focus_area(plan, title)
    assert _queries(meeting) == one


def _queries(meeting) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert list(action_plans_to_make(meeting))
    return len(seen)
