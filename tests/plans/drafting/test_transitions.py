"""Every state of a plan × every step of the room: denied unless listed here."""

import pytest

from plans.document.models import FocusArea, Plan, Scope, SectionKind
from plans.document.states import PlanState
from plans.drafting import workflow
from plans.drafting.workflow import Direction
from samarbejde.transitions import Refused

WRITING = {PlanState.DRAFT, PlanState.CONSULTATION}

STEPS = {
    "save_section": (WRITING, lambda w: workflow.save_section(
        w.section, version=w.section.version, heading="Ny", body="<p>Ny</p>", by=w.by)),
    "add_section": (WRITING, lambda w: workflow.add_section(
        w.plan, heading="Ny", kind=SectionKind.CHAPTER, by=w.by)),
    "move_section": (WRITING, lambda w: workflow.move_section(w.section, Direction.DOWN, by=w.by)),
    "delete_section": (WRITING, lambda w: workflow.delete_section(w.section, by=w.by)),
    "restore_section": (WRITING, lambda w: workflow.restore_section(w.plan, w.gone, by=w.by)),
    "add_focus_area": (WRITING, lambda w: workflow.add_focus_area(
        w.plan, title="Nyt", text="", scope=Scope.DISTRICT, council=None, by=w.by)),
    "edit_focus_area": (WRITING, lambda w: workflow.edit_focus_area(
        w.area, title="Nyt", text="", version=w.area.history.latest().pk, by=w.by)),
    "remove_focus_area": (WRITING, lambda w: workflow.remove_focus_area(w.area, by=w.by)),
    "add_priority": (WRITING, lambda w: workflow.add_priority(w.free, w.council, by=w.by)),
    "move_priority": (WRITING, lambda w: workflow.move_priority(w.priority, 1, by=w.by)),
    "remove_priority": (WRITING, lambda w: workflow.remove_priority(w.priority, by=w.by)),
    "send_to_consultation": ({PlanState.DRAFT}, lambda w: workflow.send_to_consultation(w.plan, by=w.by)),
    "carry_forward": (set(PlanState), lambda w: workflow.carry_forward(w.plan, 2028, by=w.by)),
}  # fmt: skip


@pytest.fixture
def world(plan, section, cast):
    """A plan in which every step could be taken."""

    class World:
        pass

    world = World()
    world.plan, world.by, world.council = plan, cast.sekretariat, cast.lokalraad("Lemvig")
    world.section = section("Et", body="<p>a</p>")
    section("To")
    gone = section("Tre")
    world.gone = gone.pk
    workflow.delete_section(gone, by=cast.sekretariat)
    local = {"plan": plan, "scope": Scope.LOCAL, "council": world.council, "since": 2027}
    world.area, world.free, last = (FocusArea.objects.create(title=title, **local) for title in "ABC")
    world.priority, _ = (
        area.priorities.create(council=world.council, position=n) for n, area in ((1, world.area), (2, last))
    )
    return world


def stands(plan: Plan) -> list[object]:
    """All that the steps could change."""
    plan.refresh_from_db()
    return [
        plan.state,
        list(plan.sections.order_by("pk").values()),
        list(plan.focus_areas.order_by("pk").values()),
        [list(area.priorities.order_by("pk").values()) for area in plan.focus_areas.order_by("pk")],
        Plan.objects.count(),
    ]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", PlanState)
def test_state_by_step(world, state, step):
    allowed, act = STEPS[step]
    Plan.objects.filter(pk=world.plan.pk).update(state=state)
    before = stands(world.plan)
    if state in allowed:
        act(world)
        assert stands(world.plan) != before
    else:
        with pytest.raises(Refused):
            act(world)
        assert stands(world.plan) == before


def test_no_step_is_left_out():
    assert set(workflow.__all__) - {"Direction", "start_plan"} == set(STEPS)
