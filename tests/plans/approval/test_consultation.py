"""The draft goes to those who should have read it before the kredsråd discusses it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from councils.models import Council, MembershipRole
from plans.approval.workflow import send_to_consultation
from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.cast import person, seat
from tests.making import a_plan, section
from tests.plans.approval.stages import leave
from tests.plans.proposals.stages import a_round, submitted


@pytest.fixture
def plan(cast) -> Plan:
    return Plan.objects.create(council=cast.kredsraad(), year=2027)


@pytest.fixture
def written(plan, cast) -> Plan:
    section(plan, "Natteliv", "<p>Tekst</p>")
    assert [
        cast.direktoer,
        cast.borgmester("Skive"),
        cast.formand_herning,
        cast.kontaktudvalg,
        cast.medlem_herning,
    ]
    assert [cast.sekretariat, cast.sekretariat_fyn, cast.stedfortraeder("Viborg")]
    elsewhere = Council.objects.local_in(cast.other_district.pk)[0]
    seat(person("formand.fyn", "Formanden for et lokalråd på Fyn"), elsewhere, MembershipRole.CHAIR)
    leave(cast.borgmester("Lemvig"))
    User.objects.filter(pk=cast.formand("Skive").pk).update(is_active=False)
    return plan


def test_those_who_should_read_it_get_a_letter_and_nobody_else(written, cast):
    submitted(cast, a_round(cast, a_plan(cast.kredsraad(), 2028)))  # another year does not count
    number = send_to_consultation(
        written, answer_by=date(2027, 5, 1), note="Se især på kapitel 3.", by=cast.sekretariat
    )
    written.refresh_from_db()
    assert written.state == PlanState.CONSULTATION
    sent = Message.objects.filter(subject="Samarbejdsplan 2027 er i høring")
    letters = {message.address: message for message in sent}
    assert number == len(letters)
    assert set(letters) == {
        "direktoer@example.org",
        "borgmester.skive@example.org",
        "formand.herning@example.org",
        "kontaktudvalg@example.org",
    }
    letter = letters["direktoer@example.org"]
    assert letter.subject == "Samarbejdsplan 2027 er i høring"
    assert reverse("plan-text", args=[written.pk]) in letter.body
    assert "Se især på kapitel 3." in letter.body
    assert "senest 1. maj 2027" in letter.body
    event = Event.objects.about(written).get()
    assert (event.text, event.actor) == (
        "Planen blev sendt i høring med svar senest 1. maj 2027",
        cast.sekretariat,
    )


@pytest.mark.parametrize("where", ["heading", "body", "closing", "note"])
def test_a_cpr_number_stops_it(written, cast, where):
    words = "Sag 010203-1234"
    if where != "note":
        written.sections.update(
            **{where: words if where == "heading" else "<p>Sag 010203<strong>-1234</strong></p>"}
        )
    with pytest.raises(Refused, match="CPR-nummer"):
        send_to_consultation(written, note=words if where == "note" else "", by=cast.sekretariat)
    written.refresh_from_db()
    assert written.state == PlanState.DRAFT
    assert not Message.objects.exists()


def test_an_empty_plan_is_not_sent(plan, cast):
    section(plan, "Natteliv")
    with pytest.raises(Refused, match="ingen tekst"):
        send_to_consultation(plan, by=cast.sekretariat)


def test_the_page_sends_it_once(written, cast, as_user):
    client = as_user(cast.sekretariat)
    address = reverse("send-to-consultation", args=[written.pk])
    assert "4 modtagere" in client.get(address).content.decode()
    until = timezone.localdate() + timedelta(days=20)
    answer = client.post(address, {"answer_by": f"{until:%d-%m-%Y}", "note": ""}, follow=True)
    assert "Planen er i høring. 4 får en e-mail" in answer.content.decode()
    assert Message.objects.filter(body__contains=date_text(until)).count() == 4
    assert not Message.objects.filter(body__contains="\n\n\n").exists()  # where a message would stand
    again = client.post(address, {})
    assert again.status_code == 409
    assert "tilstanden er »i høring«" in again.content.decode()
    assert Message.objects.count() == 4


@pytest.mark.parametrize("day", ["31-11-2030", "01-01-2020", "i morgen"])
def test_bad_days_come_back_with_the_note(written, cast, as_user, day):
    form = {"answer_by": day, "note": "Min besked"}
    answer = as_user(cast.sekretariat).post(reverse("send-to-consultation", args=[written.pk]), form)
    assert answer.status_code == 422
    assert "Min besked" in answer.content.decode()
    written.refresh_from_db()
    assert written.state == PlanState.DRAFT


def test_only_the_secretariat_sends_it(written, cast, as_user, client):
    address = reverse("send-to-consultation", args=[written.pk])
    assert client.post(address).status_code == 302
    for reader, status in (
        (cast.formand_herning, 403),
        (cast.direktoer, 403),
        (cast.kontaktudvalg, 403),
        (cast.sekretariat_fyn, 404),
        (cast.administrator, 404),
    ):
        assert as_user(reader).post(address).status_code == status
    written.refresh_from_db()
    assert written.state == PlanState.DRAFT
