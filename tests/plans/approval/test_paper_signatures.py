"""Plans that were signed on paper, new ones and old ones."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership
from plans.approval.models import RoundState, SignatureMethod, SignatureRound, SignatureState
from plans.document.models import Signatory
from plans.document.states import PlanState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db
NOW = "2026-12-21T12:00:00+01:00"


def address(plan):
    return reverse("record-paper-signatures", args=[plan.pk])


def answers(plan, **changes):
    holders = plan.council.memberships.signatories().values_list("pk", flat=True)
    return {
        "place": "Holstebro",
        "signed_on": "19-12-2026",
        "signers": [f"m{pk}" for pk in holders],
        "listed_on": "2026-12-21",
    } | changes


@time_machine.travel(NOW)
def test_a_plan_signed_on_paper_is_signed(cast, as_user):
    plan = stages.discussed(cast)
    Message.objects.all().delete()

    seen = as_user(cast.sekretariat).post(address(plan), answers(plan))

    assert seen.url == reverse("plan", args=[plan.pk])
    plan = stages.fresh(plan)
    assert (plan.state, plan.signed_place, plan.signed_on) == (
        PlanState.SIGNED,
        "Holstebro",
        date(2026, 12, 19),
    )
    round_ = stages.standing_round(plan)
    assert round_.state == RoundState.COMPLETE
    signatures = list(round_.signatures.all())
    assert len(signatures) == 12
    assert {s.state for s in signatures} == {SignatureState.SIGNED}
    assert {s.given.method for s in signatures} == {SignatureMethod.PAPER}
    assert {timezone.localdate(s.given.signed_at) for s in signatures} == {date(2026, 12, 19)}
    assert {s.given.signed_hash for s in signatures} == {round_.content_hash}
    assert not Message.objects.exists()
    assert "Holstebro, den 19. december 2026" in Event.objects.about(plan).get(verb="plan.signed").text


@time_machine.travel(NOW)
def test_an_old_plan_keeps_the_names_of_its_document(cast, as_user):
    plan = stages.discussed(cast)
    Signatory.objects.create(plan=plan, position=1, name="Anna Ærø", title="Politidirektør")
    herning = cast.lokalraad("Herning").municipality
    Signatory.objects.create(
        plan=plan, position=2, name="Bo Å", title="Borgmester i Herning", municipality=herning
    )
    client = as_user(cast.sekretariat)
    page = client.get(address(plan)).content.decode()
    assert "Anna Ærø, Politidirektør" in page
    assert "Borgmesteren i Skive" not in page

    keys = [f"d{s.pk}" for s in plan.signatories.all()]
    client.post(address(plan), answers(plan, signers=keys))

    round_ = stages.standing_round(plan)
    assert list(round_.signatures.values_list("name", "municipality")) == [
        ("Anna Ærø", None),
        ("Bo Å", herning.pk),
    ]
    rows = round_.snapshot["sections"][0]["data"]["rows"]
    assert [row["name"] for row in rows] == ["Anna Ærø", "Bo Å"]


@time_machine.travel(NOW)
def test_what_the_plan_knows_of_its_signing_stands_in_the_form(cast, as_user):
    plan = stages.discussed(cast)
    plan.signed_place, plan.signed_on = "Viborg", date(2026, 12, 1)
    plan.save()
    page = as_user(cast.sekretariat).get(address(plan)).content.decode()
    assert 'value="Viborg"' in page
    assert 'value="01-12-2026"' in page


@time_machine.travel(NOW)
def test_only_those_who_signed_stand_in_the_plan(cast, as_user):
    plan = stages.discussed(cast)
    keys = answers(plan)["signers"][:3]
    as_user(cast.sekretariat).post(address(plan), answers(plan, signers=keys))
    assert stages.standing_round(plan).signatures.count() == 3


@time_machine.travel(NOW)
@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"signed_on": "22-12-2026"}, "Datoen er ikke kommet endnu"),
        ({"signed_on": "19-12-2012"}, "Er året skrevet rigtigt?"),
        ({"signed_on": "i går"}, "gyldig dato"),
        ({"place": ""}, "Feltet skal udfyldes"),
        ({"signers": []}, "Sæt kryds ved dem, der har underskrevet"),
        ({"signers": ["m0"]}, "står ikke på listen"),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(cast, as_user, change, complaint):
    plan = stages.discussed(cast)
    seen = as_user(cast.sekretariat).post(address(plan), answers(plan, **change))
    page = seen.content.decode()
    assert seen.status_code == 422
    assert complaint in page
    assert answers(plan, **change)["signed_on"] in page
    assert not SignatureRound.objects.exists()


@time_machine.travel(NOW)
def test_a_day_with_another_mayor_brings_that_days_list(cast, as_user):
    plan = stages.discussed(cast, 2027)
    mayor = Membership.objects.get(user=cast.borgmester("Herning"))
    Membership.objects.filter(pk=mayor.pk).update(period=(date(2026, 12, 20), None))
    seen = as_user(cast.sekretariat).post(address(plan), answers(plan))
    page = seen.content.decode()
    assert "Der sad andre den 19.\xa0december 2026" in page
    assert 'value="2026-12-19"' in page  # the list that is shown
    assert f'value="m{mayor.pk}"' not in page
    assert "står ikke på listen" not in page  # nor is the tick at the other name complained of
    assert not SignatureRound.objects.exists()


@pytest.mark.parametrize("state", [state for state in PlanState if state != PlanState.DISCUSSED])
def test_other_states_are_refused_with_a_way_on(cast, as_user, state):
    plan = stages.STAGES[state](cast)
    stages.fill_offices(cast)
    rounds = SignatureRound.objects.count()
    client = as_user(cast.sekretariat)
    assert reverse("signatures", args=[plan.pk]) in client.get(address(plan)).content.decode()
    today = timezone.localdate()
    typed = answers(plan, signed_on=f"{today:%d-%m-%Y}", listed_on=today.isoformat())
    assert f"Planen er »{plan.get_state_display()}«" in client.post(address(plan), typed).content.decode()
    assert SignatureRound.objects.count() == rounds
    assert stages.fresh(plan).state == state


def test_who_may_not(cast, as_user, client):
    plan = stages.discussed(cast)
    assert client.get(address(plan)).url.startswith(reverse("account_login"))
    for role in ("politidirektør", "borgmester", "stedfortræder", "formand", "medlem", "kontaktudvalg"):
        assert as_user(cast.roles[role]).post(address(plan), answers(plan)).status_code == 403, role
    for role in ("sekretariat i en anden kreds", "administrator"):
        assert as_user(cast.roles[role]).post(address(plan), answers(plan)).status_code == 404, role
    assert not SignatureRound.objects.exists()
