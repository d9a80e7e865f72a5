"""Sending a plan to be signed: one text is frozen, and everybody is asked."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership
from plans.approval.models import SignatureRound
from plans.document.models import Section
from plans.document.snapshot import content_hash
from plans.document.states import PlanState
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.making import section
from tests.plans.approval import stages
from tests.plans.publication.stages import sends

pytestmark = pytest.mark.django_db


def test_a_round_freezes_the_text_and_writes_to_each_signatory(cast, as_user):
    plan = stages.discussed(cast)
    Message.objects.all().delete()

    seen = sends(as_user(cast.sekretariat), plan)

    assert seen.url == stages.board(plan)
    round_ = stages.standing_round(plan)
    assert stages.fresh(plan).state == PlanState.SIGNING
    assert round_.content_hash == content_hash(round_.snapshot)
    assert round_.snapshot["discussed"]["place"] == "Holstebro"
    assert round_.snapshot["signed_place"] == "Holstebro"
    signatures = list(round_.signatures.all())
    assert [s.title for s in signatures][:2] == ["Politidirektør", "Borgmester i Herning Kommune"]
    assert len(signatures) == 12
    named = round_.snapshot["sections"][0]["data"]["rows"]
    assert [row["name"] for row in named] == [s.name for s in signatures]
    assert {row["signed_at"] for row in named} == {None}
    letters = {m.address: m.body for m in Message.objects.all()}
    assert len(letters) == 12
    link = f"http://localhost:8000{reverse('sign', args=[stages.mine(plan, cast.borgmester('Herning')).pk])}"
    assert link in letters["borgmester.herning@example.org"]
    assert (
        "til din underskrift som borgmester i Herning Kommune." in letters["borgmester.herning@example.org"]
    )


def test_the_frozen_text_does_not_follow_the_tables(cast):
    plan = stages.signing(cast)
    Section.objects.filter(plan=plan, heading="Kredsrådet").update(body="<p>Ændret ad bagvejen</p>")
    Membership.objects.filter(user=cast.direktoer).update(title="Konstitueret")
    round_ = stages.standing_round(plan)
    assert "Ændret ad bagvejen" not in str(round_.snapshot)
    assert "Konstitueret" not in str(round_.snapshot)
    assert content_hash(round_.snapshot) == round_.content_hash


def test_a_kommune_without_mayor_is_named_and_nothing_is_sent(cast, as_user):
    plan = stages.discussed(cast)
    gone = Membership.objects.filter(user__in=[cast.borgmester("Skive"), cast.direktoer])
    gone.update(period=(date(2022, 1, 1), timezone.localdate()))
    Message.objects.all().delete()
    client = as_user(cast.sekretariat)

    assert "ingen politidirektør og borgmester i Skive" in client.get(stages.board(plan)).content.decode()
    seen = client.post(stages.board(plan), stages.to_open())

    assert seen.status_code == 409
    assert "Sæt dem på posterne under »Personer«" in seen.content.decode()
    assert not SignatureRound.objects.exists()
    assert not Message.objects.exists()
    assert stages.fresh(plan).state == PlanState.DISCUSSED


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"place": " "}, "Feltet skal udfyldes"),
        ({"place": "x" * 101}, "101"),
        ({"deadline": ""}, "Feltet skal udfyldes"),
        ({"deadline": "1-1-2020"}, "Fristen er allerede gået"),
        ({"deadline": "1-1-9999"}, "Er året skrevet rigtigt?"),
        ({"deadline": "29-02-2027"}, "gyldig dato"),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(cast, as_user, change, complaint):
    plan = stages.discussed(cast)
    seen = as_user(cast.sekretariat).post(stages.board(plan), stages.to_open(**change))
    page = seen.content.decode()
    assert seen.status_code == 422
    assert complaint in page
    for typed in stages.to_open(**change).values():
        assert typed.strip() in page
    assert not SignatureRound.objects.exists()


def test_a_number_like_a_cpr_number_stops_the_round(cast, as_user):
    plan = stages.discussed(cast)
    section(plan, "Nyt", "<p>Se 0101<strong>90-1234</strong>.</p>")
    seen = as_user(cast.sekretariat).post(stages.board(plan), stages.to_open())
    assert "ligner et CPR-nummer" in seen.content.decode()
    assert not SignatureRound.objects.exists()


def test_a_plan_without_a_section_for_names_says_so(cast, as_user):
    plan = stages.discussed(cast)
    client = as_user(cast.sekretariat)
    warning = "intet afsnit, der viser underskriverne"
    assert warning not in client.get(stages.board(plan)).content.decode()
    Section.objects.filter(plan=plan, data="signatories").update(data="")
    assert warning in client.get(stages.board(plan)).content.decode()


def test_signatures_are_switched_off_and_on(cast, as_user):
    plan = stages.discussed(cast)
    client = as_user(cast.sekretariat)
    switch = reverse("switch-signatures", args=[plan.pk])

    page = client.post(switch, {"required": "nej"}, follow=True).content.decode()

    assert not stages.fresh(plan).signatures_required
    assert reverse("publish-plan", args=[plan.pk]) in page
    with pytest.raises(Refused, match="slået fra"):
        stages.open_round(cast, plan)
    client.post(switch, {"required": "ja"})
    assert stages.fresh(plan).signatures_required
    client.post(switch, {"required": "måske"})
    assert stages.fresh(plan).signatures_required
