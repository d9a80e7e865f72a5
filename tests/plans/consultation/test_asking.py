"""While a hearing runs: longer time for all, and a reminder to those of whom nothing has come."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from plans.consultation import workflow
from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.danish import date_text
from samarbejde.events.models import Event
from samarbejde.outbox.models import LINK, Message
from samarbejde.transitions import Refused
from tests.plans.consultation.stages import being_heard, in_days, latest, reply
from tests.plans.partners.stages import TRADE, invited, renewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing(cast):
    """Four are heard: the chair of Herning and a partner have answered, Viborg's and a partner have not."""
    assert [cast.formand_herning, cast.formand_viborg]
    consultation = being_heard(cast)
    answered, _silent = invited(cast, consultation), invited(cast, consultation, TRADE)
    workflow.answer_as_partner(answered, "Godt.", version=0)
    reply(consultation, cast.formand_herning, "Nævn skolerne.")
    Message.objects.all().delete()
    return latest(consultation.plan)


def test_the_silent_are_reminded_once_a_day(cast, as_user, hearing):
    client = as_user(cast.sekretariat)
    address = reverse("remind-consulted", args=[hearing.plan_id])
    today = client.post(address, follow=True).text
    assert "De har fået et brev i dag." in today
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        client = as_user(cast.sekretariat)
        assert "Påmindelsen er sendt til 2." in client.post(address, follow=True).text
        assert "De har fået et brev i dag." in client.post(address, follow=True).text
    letters = {message.address: message for message in Message.objects.all()}
    assert set(letters) == {cast.formand_viborg.email, "handelsstandsforeningen@example.org"}
    assert reverse("plan-text", args=[hearing.plan_id]) in letters[cast.formand_viborg.email].body
    assert LINK in letters["handelsstandsforeningen@example.org"].body
    assert "/hoering/" in letters["handelsstandsforeningen@example.org"].letter
    text = Event.objects.get(verb="consultation.reminded").text
    assert text == f"Påmindelse om høringen sendt til Lokalrådet i Viborg og {TRADE}"


def test_nobody_is_reminded_when_all_have_answered_or_it_is_over(cast, hearing):
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        reply(hearing, cast.formand_viborg, "Godt.")
        workflow.answer_as_partner(renewed(hearing.invitations.get(partner__name=TRADE)), "Godt.", version=0)
        with pytest.raises(Refused, match="Alle har svaret"):
            workflow.remind(hearing, by=cast.sekretariat)
        Plan.objects.update(state=PlanState.DISCUSSED)
        with pytest.raises(Refused, match="Høringen er slut"):
            workflow.remind(hearing, by=cast.sekretariat)


def test_the_deadline_is_moved_for_all_and_told(cast, as_user, hearing):
    client, day = as_user(cast.sekretariat), in_days(30)
    address = reverse("extend-consultation", args=[hearing.plan_id])
    wrong = client.post(address, {"day": "i morgen", "reason": "Ferie."})
    assert wrong.status_code == 422
    assert "Ferie." in wrong.text
    earlier = client.post(address, {"day": f"{in_days(2):%d-%m-%Y}", "reason": "Ferie."})
    assert earlier.status_code == 409
    assert "Ferie." in earlier.text
    client.post(address, {"day": f"{day:%d-%m-%Y}", "reason": "Efterårsferien ligger imellem."})
    hearing.refresh_from_db()
    assert hearing.answer_by == day
    assert {message.address for message in Message.objects.all()} == {
        cast.formand_herning.email,
        cast.formand_viborg.email,
        "boligorganisationen@example.org",
        "handelsstandsforeningen@example.org",
    }
    for message in Message.objects.all():
        assert date_text(day) in message.body
        assert "Efterårsferien ligger imellem." in message.body
    assert Event.objects.get(verb="consultation.extended").text == f"Høringens frist er nu {date_text(day)}"
    workflow.extend_deadline(hearing, day, reason="", by=cast.sekretariat)
    assert Message.objects.count() == 4


@pytest.mark.parametrize(
    ("state", "days", "why"),
    [(PlanState.DISCUSSED, 14, "har drøftet"), (PlanState.CONSULTATION, None, "ingen frist")],
)
def test_what_has_no_deadline_any_more_is_not_moved(cast, state, days, why):
    consultation = being_heard(cast, days=days)
    Plan.objects.update(state=state)
    with pytest.raises(Refused, match=why):
        workflow.extend_deadline(consultation, in_days(30), reason="", by=cast.sekretariat)


def test_no_reason_for_a_later_day_has_a_personal_number(cast, hearing):
    with pytest.raises(Refused, match="CPR"):
        workflow.extend_deadline(hearing, in_days(30), reason="Ring til 010190-1234.", by=cast.sekretariat)
    hearing.refresh_from_db()
    assert hearing.answer_by != in_days(30)
    assert not Message.objects.exists()
