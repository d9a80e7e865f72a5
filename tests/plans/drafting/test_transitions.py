"""Every state of a plan × every step of the room: denied unless listed here."""

import pytest

from plans.document.models import FocusArea, Plan, Scope, SectionKind
from plans.document.states import PlanState
from plans.drafting import workflow
from plans.drafting.carried_over import Choice
from plans.drafting.workflow import Decision, Direction, Where
from samarbejde.files.remaking import made_of
from samarbejde.transitions import Refused
from tests.plans.pictures.making import sent

WRITING = {PlanState.DRAFT, PlanState.CONSULTATION, PlanState.CORRECTING}

PROJECT = {"name": "Lys på havnen", "parties": "Politi og kommune", "period": "2027", "link": ""}

STEPS = {
    "save_section": (WRITING, lambda w: workflow.save_section(
        w.section, version=w.section.version, heading="Ny", body="<p>Ny</p>", by=w.by)),
    "care_for": (WRITING, lambda w: workflow.care_for(
        w.section, owner=None, status="ready", mode="free", guidance="", seen="", by=w.by)),
    "assign_sections": (WRITING, lambda w: workflow.assign_sections(
        w.plan, [w.section], status="ready", by=w.by)),
    "add_section": (WRITING, lambda w: workflow.add_section(
        w.plan, heading="Ny", kind=SectionKind.CHAPTER, by=w.by)),
    "move_section": (WRITING, lambda w: workflow.move_section(w.section, Direction.DOWN, by=w.by)),
    "place_section": (WRITING, lambda w: workflow.place_section(
        w.section, Where.AFTER, w.other, by=w.by)),
    "split_section": (WRITING, lambda w: workflow.split_section(
        w.section, at=1, heading="Ny", under=False, version=w.section.version, by=w.by)),
    "join_section": (WRITING, lambda w: workflow.join_section(w.other, version=w.other.version, by=w.by)),
    "put_picture": (WRITING, lambda w: workflow.put_picture(
        w.section, made_of(sent()), alt="", caption="", after=2, version=w.section.version, by=w.by)),
    "decide_later": (WRITING, lambda w: workflow.decide_later(
        w.plan, {w.later: Decision.FETCH}, by=w.by)),
    "delete_section": (WRITING, lambda w: workflow.delete_section(w.section, by=w.by)),
    "restore_section": (WRITING, lambda w: workflow.restore_section(w.plan, w.gone, by=w.by)),
    "add_focus_area": (WRITING, lambda w: workflow.add_focus_area(
        w.plan, title="Nyt", text="", scope=Scope.DISTRICT, council=None, by=w.by)),
    "edit_focus_area": (WRITING, lambda w: workflow.edit_focus_area(
        w.area, title="Nyt", text="", version=w.area.version, by=w.by)),
    "remove_focus_area": (WRITING, lambda w: workflow.remove_focus_area(w.area, by=w.by)),
    "add_project": (WRITING, lambda w: workflow.add_project(
        w.area, PROJECT, version=w.area.version, by=w.by)),
    "edit_project": (WRITING, lambda w: workflow.edit_project(
        w.embracing, 1, PROJECT | {"name": "Havn"}, version=w.embracing.version, by=w.by)),
    "remove_project": (WRITING, lambda w: workflow.remove_project(
        w.embracing, 1, version=w.embracing.version, by=w.by)),
    "share_focus_area": (WRITING, lambda w: workflow.share_focus_area(w.free, [w.neighbour], by=w.by)),
    "note_proposers": (WRITING, lambda w: workflow.note_proposers(w.free, [w.neighbour], by=w.by)),
    "name_proposers": (WRITING, lambda w: workflow.name_proposers(w.wished, named=True, version=1, by=w.by)),
    "add_priority": (WRITING, lambda w: workflow.add_priority(w.free, w.council, by=w.by)),
    "move_priority": (WRITING, lambda w: workflow.move_priority(w.priority, 1, by=w.by)),
    "remove_priority": (WRITING, lambda w: workflow.remove_priority(w.priority, by=w.by)),
    "decide_carried": (WRITING, lambda w: workflow.decide_carried(
        w.next, {w.section.lineage: Choice.REVISED}, by=w.by)),
    "say_read": (set(PlanState), lambda w: workflow.say_read(w.carried, by=w.by)),
    "carry_forward": (set(PlanState), lambda w: workflow.carry_forward(w.plan, 2028, by=w.by)),
}  # fmt: skip


@pytest.fixture
def world(plan, section, cast):
    """A plan in which every step could be taken."""

    class World:
        pass

    world = World()
    world.plan, world.by, world.council = plan, cast.sekretariat, cast.lokalraad("Lemvig")
    world.neighbour = cast.lokalraad("Skive")
    world.section = section("Et", body="<p>a</p><p>b</p>")
    world.other = section("To")
    gone = section("Tre")
    world.gone = gone.pk
    workflow.delete_section(gone, by=cast.sekretariat)
    local = {"plan": plan, "scope": Scope.LOCAL, "council": world.council, "since": 2027}
    world.area, world.free, last = (FocusArea.objects.create(own_title=title, **local) for title in "ABC")
    world.embracing = FocusArea.objects.create(own_title="D", projects=[PROJECT], **local)
    world.wished = FocusArea.objects.create(own_title="E", proposer_ids=[world.council.pk], **local)
    world.priority, _ = (
        area.priorities.create(council=world.council, position=n) for n, area in ((1, world.area), (2, last))
    )
    before = Plan.objects.create(council=plan.council, year=2026)
    old = before.sections.create(heading="Et", kind="chapter", position=1, lineage=world.section.lineage)
    world.later = before.sections.create(heading="Ti", kind="chapter", position=2).lineage
    plan.previous = before
    plan.save()
    plan.sections.filter(lineage=old.lineage).update(carried="kept", unread=True)
    world.section.refresh_from_db()
    world.next, world.carried = plan, world.section
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
    elsewhere = {"start_plan", "take_over_topics"}  # of no plan yet, and of a lokalråd's alone
    assert set(workflow.__all__) - {"Decision", "Direction", "Where"} - elsewhere == set(STEPS)
