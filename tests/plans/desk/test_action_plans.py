"""A lokalråd's chair is reminded of action plans to make, and to evaluate."""

from datetime import date

import pytest
import time_machine

from councils.meetings.states import MeetingState
from councils.models import Meeting
from plans.action_plans import workflow
from plans.action_plans.models import ActionPlan
from plans.desk.tasks import Task
from plans.desk.waiting import waiting_for
from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from tests.plans.action_plans import stages

pytestmark = pytest.mark.django_db
YEAR = stages.YEAR


def tasks(person) -> list[Task]:
    """As the person's next request finds them."""
    found = waiting_for(User.objects.get(pk=person.pk))
    return [task for task in found if "andleplan" in task.title]


def titles(person) -> list[str]:
    return [task.title for task in tasks(person)]


@pytest.fixture
def first_meeting(cast) -> Meeting:
    plan = stages.year_plan(cast)
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.PUBLISHED)
    council = cast.lokalraad("Herning")
    return Meeting.objects.create(
        council=council, held_on=date(YEAR, 1, 20), place="Rådhuset", state=MeetingState.HELD
    )


def test_after_the_first_meeting_the_chair_is_asked_for_them(cast, first_meeting):
    assert titles(cast.formand_herning) == [f"Lav handleplaner for {YEAR}"]
    assert titles(cast.medlem_herning) == []
    assert titles(cast.formand_viborg) == []
    stages.draft(cast)
    assert titles(cast.formand_herning) == []


def test_before_it_nobody_is(cast, first_meeting):
    Meeting.objects.update(state=MeetingState.PLANNED)
    assert titles(cast.formand_herning) == []


def test_a_plan_that_is_still_written_asks_for_none(cast, first_meeting):
    Plan.objects.update(state=PlanState.DRAFT)
    assert titles(cast.formand_herning) == []


@pytest.mark.parametrize(("day", "is_asked"), [
    (date(YEAR, 11, 30), False),
    (date(YEAR, 12, 1), True),
    (date(YEAR + 1, 2, 1), True),
    (date(YEAR + 2, 2, 1), False),
])  # fmt: skip
def test_they_are_evaluated_from_december_on(day, is_asked, cast):
    stages.adopted(cast)
    with time_machine.travel(day, tick=False):
        found = tasks(cast.formand_herning)
        assert [task.due for task in found] == ([date(YEAR, 12, 31)] if is_asked else [])
        if is_asked:
            workflow.evaluate(ActionPlan.objects.get(), stages.EVALUATION, by=cast.formand_herning)
            assert titles(cast.formand_herning) == []
