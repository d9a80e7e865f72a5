"""Every state of an action plan × every step: denied unless listed here."""

import pytest

from plans.action_plans import workflow
from plans.action_plans.models import ACTION_PLAN_TRANSITIONS, WAY_BACK, ActionPlan, ActionPlanState, Activity
from samarbejde.transitions import Refused
from tests.plans.action_plans import stages

pytestmark = pytest.mark.django_db

DRAFT, ADOPTED, EVALUATED = ActionPlanState
STEPS = {
    "edit_action_plan": ({DRAFT}, lambda p, by: workflow.edit_action_plan(
        p, {"goal": "Nyt."}, version=p.version, by=by)),
    "adopt": ({DRAFT}, lambda p, by: workflow.adopt(p, by=by)),
    "take_back": ({ADOPTED, EVALUATED}, lambda p, by: workflow.take_back(p, by=by)),
    "evaluate": ({ADOPTED}, lambda p, by: workflow.evaluate(p, stages.EVALUATION, by=by)),
    "carry_on": ({ADOPTED, EVALUATED}, lambda p, by: workflow.carry_on(p, by=by)),
    "add_activity": ({DRAFT}, lambda p, by: workflow.add_activity(p, stages.usual(), by=by)),
    "edit_activity": ({DRAFT}, lambda p, by: workflow.edit_activity(
        p.activities.first(), {"what": "Nyt"}, version=1, by=by)),
    "move_activity": ({DRAFT}, lambda p, by: workflow.move_activity(p.activities.first(), "down", by=by)),
    "delete_activity": ({DRAFT}, lambda p, by: workflow.delete_activity(p.activities.first(), by=by)),
    "tell_status": ({DRAFT, ADOPTED}, lambda p, by: workflow.tell_status(
        p.activities.first(), "in_place", by=by)),
}  # fmt: skip


def in_state(cast, state) -> ActionPlan:
    plan = stages.REACH[state](cast)
    Activity.objects.create(plan=plan, position=2, what="To")
    assert plan.state == state
    return plan


def stands() -> list[object]:
    return [list(model.objects.order_by("pk").values()) for model in (ActionPlan, Activity)]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", ActionPlanState)
def test_state_by_step(cast, state, step):
    allowed, act = STEPS[step]
    plan = in_state(cast, state)
    if step == "adopt":
        plan.activities.filter(due_on=None).delete()
    before = stands()
    if state in allowed:
        act(plan, cast.formand_herning)
        assert stands() != before
    else:
        with pytest.raises(Refused):
            act(plan, cast.formand_herning)
        assert stands() == before


def test_every_move_has_a_way_back():
    moves = {(to, state) for state, all_to in ACTION_PLAN_TRANSITIONS.items() for to in all_to}
    assert set(WAY_BACK.items()) == moves
