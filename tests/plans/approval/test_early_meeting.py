"""A meeting before everybody was heard is no discussion, unless somebody says why it is."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from plans.approval.models import Discussion
from plans.approval.workflow import send_to_consultation
from plans.document.states import PlanState
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.making import a_plan
from tests.plans.approval import stages
from tests.plans.publication import stages as publishing

pytestmark = pytest.mark.django_db
WHY = "Mødet kunne ikke flyttes, og alle havde svaret."


@pytest.fixture
def plan(cast):
    """Sent in consultation six days ago, to be answered in two days."""
    stages.fill_offices(cast)
    plan = a_plan(cast.kredsraad())
    with time_machine.travel(timezone.now() - timedelta(days=6)):
        answer_by = timezone.localdate() + timedelta(days=8)
        send_to_consultation(plan, answer_by=answer_by, by=cast.sekretariat)
    return stages.fresh(plan)


def in_days(days: int):
    return timezone.localdate() + timedelta(days=days)


def post(client, plan, day, **changes):
    return client.post(
        reverse("record-discussion", args=[plan.pk]), stages.typed_meeting(plan, day, **changes)
    )


@pytest.mark.parametrize(
    ("days", "complaint"),
    [
        (-7, "Planen blev først sendt i høring den"),
        (-6, "Høringen slutter først"),
        (0, "Høringen slutter først"),
    ],
)
def test_it_is_refused_and_the_reason_asked_for(cast, as_user, plan, days, complaint):
    client = as_user(cast.sekretariat)
    asked = "Hvorfor gælder drøftelsen alligevel?"
    assert asked not in client.get(reverse("record-discussion", args=[plan.pk])).content.decode()

    seen = post(client, plan, in_days(days))

    page = seen.content.decode()
    assert seen.status_code == 422
    assert complaint in page
    assert asked in page
    assert "Enighed." in page
    assert not Discussion.objects.exists()
    with pytest.raises(Refused, match=complaint):
        stages.discuss(cast, plan, held_on=in_days(days))
    assert stages.fresh(plan).state == PlanState.CONSULTATION


def test_with_a_reason_it_stands_and_the_reason_is_shown_with_it(cast, as_user, plan, client):
    secretariat = as_user(cast.sekretariat)
    assert post(secretariat, plan, in_days(0), early_reason=WHY).status_code == 302
    assert Discussion.objects.get().early_reason == WHY
    assert WHY in Event.objects.about(plan).get(verb="plan.discussed").text
    for name in ("discussion", "plan"):
        assert WHY in secretariat.get(reverse(name, args=[plan.pk])).content.decode(), name

    stages.open_round(cast, stages.fresh(plan))
    stages.sign_all(plan)
    edition = publishing.published(cast, stages.fresh(plan))

    assert edition.snapshot["discussed"]["early_reason"] == WHY
    assert f"før høringen var slut: {WHY}" in client.get("/midt-og-vestjylland/2027/").content.decode()


@pytest.mark.parametrize("days", [2, 3])
def test_from_the_last_day_of_the_consultation_no_reason_is_needed_and_none_is_kept(cast, plan, days):
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        discussion = stages.discuss(cast, plan, early_reason=WHY)
    assert discussion.early_reason == ""


def test_the_latest_consultation_counts(cast, plan):
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        stages.reopen(cast, plan)
        send_to_consultation(plan, by=cast.sekretariat)
        with pytest.raises(Refused, match="først sendt i høring"):
            stages.discuss(cast, plan, held_on=timezone.localdate() - timedelta(days=1))
        assert stages.discuss(cast, plan).early_reason == ""


def test_a_plan_without_a_consultation_on_record_is_asked_nothing(cast):
    plan = stages.in_consultation(cast)
    assert stages.discuss(cast, plan, held_on=in_days(-100)).early_reason == ""


def test_a_number_like_a_cpr_number_is_no_reason(cast, plan):
    with pytest.raises(Refused, match="CPR-nummer"):
        stages.discuss(cast, plan, early_reason="Se 010190-1234")
