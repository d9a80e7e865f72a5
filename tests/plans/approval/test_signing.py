"""One name under the frozen text from each office holder, and from nobody else."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership
from plans.approval import workflow
from plans.approval.models import RoundState, Signature, SignatureState
from plans.document.states import PlanState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db


def press(client, signature, **changes):
    typed = {"seen_hash": signature.round.content_hash} | changes
    return client.post(reverse("sign", args=[signature.pk]), typed, follow=True)


def test_a_mayor_reads_the_frozen_text_and_signs(cast, as_user):
    plan = stages.signing(cast)
    signature = stages.mine(plan, cast.borgmester("Herning"))
    client = as_user(cast.borgmester("Herning"))

    page = client.get(reverse("sign", args=[signature.pk])).content.decode()
    assert "Kredsrådet mødes fire gange." in page
    assert "borgmester i Herning Kommune, underskriver Samarbejdsplan 2027" in page
    assert signature.round.content_hash in page
    assert page.count("<h1>") == 1

    page = press(client, signature).content.decode()
    signature.refresh_from_db()
    assert signature.state == SignatureState.SIGNED
    assert signature.given.signed_hash == signature.round.content_hash
    assert timezone.now() - signature.given.signed_at < timedelta(minutes=1)
    assert "Du har underskrevet" in page
    assert "som borgmester i Herning Kommune." in page
    assert f'<span class="nowrap">{signature.given.signed_hash[:4]} ' in page
    assert "Underskriv samarbejdsplanen" not in page
    assert stages.board(plan) in page
    event = Event.objects.about(plan).get(verb="signature.given")
    assert (event.actor, event.internal) == (cast.borgmester("Herning"), False)
    assert stages.fresh(plan).state == PlanState.SIGNING


def test_the_desk_leads_to_the_page(cast, as_user):
    plan = stages.signing(cast)
    mayor = cast.borgmester("Herning")
    assert (
        reverse("sign", args=[stages.mine(plan, mayor).pk])
        in as_user(mayor).get(reverse("desk")).content.decode()
    )


def test_when_the_last_one_signs_the_plan_is_signed(cast):
    plan = stages.signing(cast)
    Message.objects.all().delete()
    stages.sign_all(plan)

    plan = stages.fresh(plan)
    round_ = stages.standing_round(plan)
    assert (plan.state, plan.signed_place, plan.signed_on) == (
        PlanState.SIGNED,
        "Holstebro",
        timezone.localdate(),
    )
    assert round_.state == RoundState.COMPLETE
    assert round_.closed_at is not None
    assert [(m.address, m.subject) for m in Message.objects.all()] == [
        ("sekretariat@example.org", "Alle har underskrevet Samarbejdsplan 2027")
    ]
    assert Event.objects.about(plan).filter(verb="plan.signed").count() == 1


def test_a_double_press_is_one_signature(cast, as_user):
    plan = stages.signing(cast)
    signature = stages.mine(plan, cast.borgmester("Herning"))
    client = as_user(cast.borgmester("Herning"))
    press(client, signature)
    first = Signature.objects.get(pk=signature.pk).given.signed_at
    for _ in range(7):
        press(client, signature)
    assert Signature.objects.get(pk=signature.pk).given.signed_at == first
    assert Event.objects.filter(verb="signature.given").count() == 1


@pytest.mark.parametrize("seen", ["", "0" * 64, "x" * 65])
def test_another_hash_is_not_signed(cast, as_user, seen):
    plan = stages.signing(cast)
    signature = stages.mine(plan, cast.borgmester("Herning"))
    page = press(as_user(cast.borgmester("Herning")), signature, seen_hash=seen)
    assert page.status_code in (200, 422)
    assert "Underskriv samarbejdsplanen" in page.content.decode()
    signature.refresh_from_db()
    assert signature.state == SignatureState.PENDING


def test_the_wrong_text_is_said_in_words(cast, as_user):
    plan = stages.signing(cast)
    signature = stages.mine(plan, cast.borgmester("Herning"))
    page = press(as_user(cast.borgmester("Herning")), signature, seen_hash="0" * 64)
    assert "Teksten er en anden end den, du så" in page.content.decode()


def test_a_round_taken_back_meanwhile_is_not_signed(cast, as_user):
    plan = stages.signing(cast)
    signature = stages.mine(plan, cast.borgmester("Herning"))
    stages.reopen(cast, plan, "Et tal var forkert.")

    page = press(as_user(cast.borgmester("Herning")), signature).content.decode()

    assert "Teksten her gælder ikke længere og kan ikke underskrives: Et tal var forkert." in page
    assert "Underskriv samarbejdsplanen" not in page
    signature.refresh_from_db()
    assert (signature.state, signature.is_given) == (SignatureState.VOIDED, False)


def test_extra_fields_change_nothing(cast, as_user):
    plan = stages.signing(cast)
    signature = stages.mine(plan, cast.borgmester("Herning"))
    press(as_user(cast.borgmester("Herning")), signature, name="Andet", state="voided", method="paper")
    signature.refresh_from_db()
    assert (signature.name, signature.state, signature.given.method) == (
        "Borgmesteren i Herning",
        "signed",
        "portal",
    )


@pytest.mark.parametrize(
    "role", ["politidirektør", "stedfortræder", "sekretariat", "formand", "medlem", "kontaktudvalg"]
)
def test_nobody_signs_for_another_and_the_attempt_is_written_down(cast, as_user, role):
    plan = stages.signing(cast)
    signature = stages.mine(plan, cast.borgmester("Viborg"))
    client = as_user(cast.roles[role])
    assert client.get(reverse("sign", args=[signature.pk])).status_code == 403
    assert not Event.objects.filter(verb="signature.denied").exists()

    for _ in range(3):
        seen = press(client, signature)

    assert seen.status_code == 403
    assert "Kun Borgmesteren i Viborg kan underskrive her" in seen.content.decode()
    event = Event.objects.about(plan).get(verb="signature.denied")
    assert (event.actor, event.internal) == (cast.roles[role], True)
    signature.refresh_from_db()
    assert signature.state == SignatureState.PENDING


def test_another_mayor_may_not_sign(cast, as_user):
    plan = stages.signing(cast)
    signature = stages.mine(plan, cast.borgmester("Viborg"))
    assert press(as_user(cast.borgmester("Herning")), signature).status_code == 403
    with pytest.raises(Refused, match="Kun Borgmesteren i Viborg"):
        workflow.sign(signature, seen_hash=signature.round.content_hash, by=cast.borgmester("Herning"))


def test_outsiders_find_nothing(cast, as_user, client):
    plan = stages.signing(cast)
    signature = stages.mine(plan, cast.borgmester("Viborg"))
    assert client.post(reverse("sign", args=[signature.pk])).url.startswith(reverse("account_login"))
    for role in ("sekretariat i en anden kreds", "administrator"):
        assert press(as_user(cast.roles[role]), signature).status_code == 404
    assert as_user(cast.direktoer).get(reverse("sign", args=[0])).status_code == 404
    assert not Event.objects.filter(verb="signature.denied").exists()


def test_a_mayor_whose_term_has_ended_may_not_sign(cast, as_user):
    plan = stages.signing(cast)
    mayor = cast.borgmester("Herning")
    signature = stages.mine(plan, mayor)
    Membership.objects.filter(user=mayor).update(period=(date(2022, 1, 1), timezone.localdate()))
    seen = press(as_user(mayor), signature)
    assert seen.status_code == 403
    assert "Dit hverv er ophørt" in seen.content.decode()
    with pytest.raises(Refused):
        workflow.sign(signature, seen_hash=signature.round.content_hash, by=mayor)
