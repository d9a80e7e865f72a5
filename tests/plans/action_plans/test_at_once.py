"""Two write in one action plan at the same moment: whoever comes second is told, and nothing is lost."""

import pytest

from plans.action_plans import workflow
from plans.action_plans.models import ActionPlan, Activity, Status
from samarbejde.transitions import Refused, Stale
from tests.at_once import while_another
from tests.plans.action_plans import stages

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def member(cast):
    return cast.medlem_herning


@pytest.fixture
def chair(cast):
    return cast.formand_herning


def test_two_begin_one_for_a_topic(cast, member, chair):
    topic, council = stages.topic(cast), cast.lokalraad("Herning")
    refusal = while_another(
        lambda: workflow.make_action_plan(council, topic, stages.YEAR, stages.WORDS, by=member),
        lambda: workflow.make_action_plan(council, topic, stages.YEAR, stages.WORDS, by=chair),
    )
    assert "allerede en handleplan" in str(refusal)
    assert ActionPlan.objects.count() == 1


def test_two_write_its_words(cast, member, chair):
    plan = stages.draft(cast)
    refusal = while_another(
        lambda: workflow.edit_action_plan(plan, {"goal": "Ro på torvet."}, version=1, by=member),
        lambda: workflow.edit_action_plan(plan, {"goal": "Lys på stien."}, version=1, by=chair),
    )
    assert isinstance(refusal, Stale)
    assert refusal.current.goal == "Ro på torvet."
    assert ActionPlan.objects.get().goal == "Ro på torvet."


LATE = {
    "edit_action_plan": lambda one, by: workflow.edit_action_plan(
        one.plan, {"goal": "Nyt."}, version=1, by=by
    ),
    "add_activity": lambda one, by: workflow.add_activity(one.plan, stages.usual(), by=by),
    "edit_activity": lambda one, by: workflow.edit_activity(one, stages.usual(what="Nyt"), version=1, by=by),
    "move_activity": lambda one, by: workflow.move_activity(one, "down", by=by),
    "delete_activity": lambda one, by: workflow.delete_activity(one, by=by),
    "delete_draft": lambda one, by: workflow.delete_draft(one.plan, by=by),
}


@pytest.mark.parametrize("step", LATE)
def test_what_comes_while_it_is_adopted_is_refused(cast, member, chair, step):
    activity = stages.with_an_activity(cast)
    refusal = while_another(
        lambda: workflow.adopt(activity.plan, by=chair), lambda: LATE[step](activity, member)
    )
    assert "ligger fast" in str(refusal)
    plan = ActionPlan.objects.get()
    assert (plan.goal, [one.what for one in plan.activities.all()]) == (
        stages.WORDS["goal"],
        [stages.usual()["what"]],
    )


def test_two_write_an_activity(cast, member, chair):
    activity = stages.with_an_activity(cast)
    refusal = while_another(
        lambda: workflow.edit_activity(activity, stages.usual(what="Gåture"), version=1, by=member),
        lambda: workflow.edit_activity(activity, stages.usual(what="Lys"), version=1, by=chair),
    )
    assert isinstance(refusal, Stale)
    assert Activity.objects.get().what == "Gåture"


def test_an_activity_is_corrected_while_it_is_deleted(cast, member, chair):
    activity = stages.with_an_activity(cast)
    refusal = while_another(
        lambda: workflow.delete_activity(activity, by=member),
        lambda: workflow.edit_activity(activity, stages.usual(what="Lys"), version=1, by=chair),
    )
    assert str(refusal) == workflow.GONE
    assert not Activity.objects.exists()


def test_two_are_added_behind_each_other(cast, member, chair):
    plan = stages.draft(cast)
    while_another(
        lambda: workflow.add_activity(plan, stages.usual(what="Gåture"), by=member),
        lambda: workflow.add_activity(plan, stages.usual(what="Lys"), by=chair),
    )
    assert list(plan.activities.values_list("what", "position")) == [("Gåture", 1), ("Lys", 2)]


def test_status_is_told_while_it_is_evaluated(cast, member, chair):
    plan = stages.adopted(cast)
    activity = plan.activities.get()
    refusal = while_another(
        lambda: workflow.evaluate(plan, stages.EVALUATION, by=chair),
        lambda: workflow.tell_status(activity, Status.IN_PLACE, by=member),
    )
    assert isinstance(refusal, Refused)
    assert Activity.objects.get().status != Status.IN_PLACE


def test_two_carry_it_on(cast, member, chair):
    plan = stages.adopted(cast)
    refusal = while_another(
        lambda: workflow.carry_on(plan, by=chair), lambda: workflow.carry_on(plan, by=member)
    )
    assert "allerede en handleplan" in str(refusal)
    assert ActionPlan.objects.filter(carried_from=plan).count() == 1
