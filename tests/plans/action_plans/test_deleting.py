"""A draft that nobody adopted can be deleted; what was adopted once stays."""

import pytest
from django.urls import reverse

from plans.action_plans import workflow
from plans.action_plans.models import ActionPlan, Activity
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.plans.action_plans import stages

pytestmark = pytest.mark.django_db


def test_a_member_deletes_a_draft(cast, as_user):
    plan, client = stages.with_an_activity(cast).plan, as_user(cast.medlem_herning)
    address = reverse("delete-action-plan", args=[plan.pk])
    assert address in client.get(reverse("action-plan", args=[plan.pk])).text
    assert "Skal kladden væk?" in client.get(address).text
    assert client.post(address).url == reverse("action-plans", args=[plan.council_id, plan.year])
    assert not ActionPlan.objects.exists()
    for history in (ActionPlan.history, Activity.history):
        assert history.first().history_type == "-"
        assert history.first().history_user == cast.medlem_herning
    assert Event.objects.get(verb="action_plan.deleted").actor == cast.medlem_herning


def test_what_was_adopted_once_stays(cast, as_user):
    plan = workflow.take_back(stages.adopted(cast), by=cast.formand_herning)
    with pytest.raises(Refused, match="har været vedtaget"):
        workflow.delete_draft(plan, by=cast.medlem_herning)
    client = as_user(cast.medlem_herning)
    address = reverse("delete-action-plan", args=[plan.pk])
    assert address not in client.get(reverse("action-plan", args=[plan.pk])).text
    assert "Skal kladden væk?" not in client.get(address).text
    assert ActionPlan.objects.exists()


def test_what_was_carried_on_leaves_the_year_before_as_it_was(cast):
    plan = stages.evaluated(cast)
    later = workflow.carry_on(plan, by=cast.medlem_herning)
    workflow.delete_draft(later, by=cast.medlem_herning)
    assert workflow.carry_on(plan, by=cast.medlem_herning).year == stages.YEAR + 1
