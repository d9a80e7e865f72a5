"""What the log tells of an action plan and its activities."""

import pytest

from plans.action_plans import workflow
from plans.action_plans.models import Activity, Status
from samarbejde.events.models import Event
from tests.logged import logged
from tests.plans.action_plans import stages
from tests.plans.action_plans.stages import YEAR

pytestmark = pytest.mark.django_db


def test_each_step_of_an_action_plan_is_told(cast):
    plan, by = stages.evaluated(cast), cast.formand_herning
    later = workflow.carry_on(plan, by=by)
    for _ in range(2):
        plan = workflow.take_back(plan, by=by)
    workflow.edit_action_plan(plan, {"goal": "Ro."}, version=plan.version, by=by)
    of_it = f"handleplanen for »Trivsel for unge« {YEAR}"
    assert logged(plan, "action_plan") == [
        f"Lavede {of_it}",
        f"Vedtog {of_it}",
        f"Evaluerede {of_it}",
        f"Tog et skridt tilbage med {of_it}",
        f"Tog et skridt tilbage med {of_it}",
        f"Rettede {of_it}",
    ]
    acts = Event.objects.about(plan).filter(verb__startswith="action_plan.").order_by("pk")
    assert list(acts.values_list("verb", flat=True)) == [
        f"action_plan.{act}" for act in ("made", "adopted", "evaluated", "taken_back", "taken_back", "edited")
    ]
    assert logged(later) == [f"Førte videre: handleplanen for »Trivsel for unge« {YEAR + 1}"]


def test_each_step_of_an_activity_is_told(cast):
    other, by = stages.with_an_activity(cast, what="Lys"), cast.medlem_herning
    one = stages.activity(cast, other.plan, what="Ravne")
    one = workflow.edit_activity(one, {"cost": "Intet"}, version=one.version, by=by)
    workflow.move_activity(one, "up", by=by)
    workflow.tell_status(one, Status.UNDER_WAY, by=by)
    workflow.delete_activity(one, by=by)
    acts = Event.objects.about(one.plan).filter(verb__startswith="activity.").order_by("pk")
    assert list(acts.values_list("verb", flat=True)) == [
        f"activity.{act}" for act in ("added", "added", "edited", "moved", "told", "deleted")
    ]
    end = "i handleplanen for »Trivsel for unge«"
    assert logged(one.plan, "activity") == [
        f"Tilføjede »Lys« {end}",
        f"Tilføjede »Ravne« {end}",
        f"Rettede »Ravne« {end}",
        f"Flyttede »Ravne« {end}",
        f"»I gang« om »Ravne« {end}",
        f"Slettede »Ravne« {end}",
    ]


def test_the_history_says_why_a_version_is_another(cast):
    plan, by = stages.evaluated(cast), cast.formand_herning
    plan = workflow.take_back(plan, by=by)
    reasons = plan.history.order_by("history_id").values_list("history_change_reason", flat=True)
    assert [reason or "" for reason in reasons] == ["", "Vedtaget", "Evalueret", "Taget tilbage"]
    first = plan.activities.get()
    second = stages.activity(cast, workflow.take_back(plan, by=by))
    workflow.move_activity(second, "up", by=by)
    moved = Activity.history.filter(history_change_reason="Flyttet")
    assert {row.id: (row.position, row.history_user) for row in moved} == {
        first.pk: (2, by),
        second.pk: (1, by),
    }
