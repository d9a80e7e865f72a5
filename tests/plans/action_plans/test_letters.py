"""A lokalråd's members are told when an action plan is adopted, and when it is evaluated."""

import pytest
from django.urls import reverse

from plans.action_plans import workflow
from samarbejde.outbox.models import Message
from tests.plans.action_plans import stages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("step", "said"), [("adopted", "er vedtaget"), ("evaluated", "er evalueret")])
def test_every_member_but_the_one_who_did_it_is_told(step, said, cast):
    plan = getattr(stages, step)(cast)
    told = Message.objects.filter(subject__endswith=said)
    members = set(plan.council.memberships.current().reachable().values_list("user", flat=True))
    assert cast.medlem_herning.pk in members
    assert set(told.values_list("to", flat=True)) == members - {cast.formand_herning.pk}
    assert reverse("action-plan", args=[plan.pk]) in told.first().body


def test_a_step_back_is_no_letter(cast):
    plan = stages.adopted(cast)
    before = Message.objects.count()
    workflow.take_back(plan, by=cast.formand_herning)
    assert Message.objects.count() == before
