"""One frozen text, and one name under it from each office holder."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership
from plans.approval import workflow
from plans.approval.models import RoundState, Signature, SignatureRound, SignatureState
from plans.document.models import Section
from plans.document.rendering import content_hash
from plans.document.states import PlanState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.making import section
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db


def board(plan):
    return reverse("signatures", args=[plan.pk])


def in_days(count: int) -> str:
    return f"{timezone.localdate() + timedelta(days=count):%d-%m-%Y}"


def answers(**changes):
    return {"place": "Holstebro", "deadline": in_days(14)} | changes


def mine(plan, person) -> Signature:
    return Signature.objects.get(round__plan=plan, round__state="open", membership__user=person)


def press(client, signature, **changes):
    typed = {"seen_hash": signature.round.content_hash} | changes
    return client.post(reverse("sign", args=[signature.pk]), typed, follow=True)


# --- the secretariat opens a round ---------------------------------------------------------------


def test_a_round_freezes_the_text_and_writes_to_each_signatory(cast, as_user):
    plan = stages.discussed(cast)
    Message.objects.all().delete()

    seen = as_user(cast.sekretariat).post(board(plan), answers())

    assert seen.url == board(plan)
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
    link = f"http://localhost:8000{reverse('sign', args=[mine(plan, cast.borgmester('Herning')).pk])}"
    assert link in letters["borgmester.herning@example.org"]


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

    assert "ingen politidirektør og borgmester i Skive" in client.get(board(plan)).content.decode()
    seen = client.post(board(plan), answers())

    assert seen.status_code == 422
    assert "Bed administratoren føre dem ind i registret" in seen.content.decode()
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
    seen = as_user(cast.sekretariat).post(board(plan), answers(**change))
    page = seen.content.decode()
    assert seen.status_code == 422
    assert complaint in page
    for typed in answers(**change).values():
        assert typed.strip() in page
    assert not SignatureRound.objects.exists()


def test_a_number_like_a_cpr_number_stops_the_round(cast, as_user):
    plan = stages.discussed(cast)
    section(plan, "Nyt", "<p>Se 0101<strong>90-1234</strong>.</p>")
    seen = as_user(cast.sekretariat).post(board(plan), answers())
    assert "ligner et CPR-nummer" in seen.content.decode()
    assert not SignatureRound.objects.exists()


def test_a_plan_without_a_section_for_names_says_so(cast, as_user):
    plan = stages.discussed(cast)
    client = as_user(cast.sekretariat)
    warning = "intet afsnit, der viser underskriverne"
    assert warning not in client.get(board(plan)).content.decode()
    Section.objects.filter(plan=plan, data="signatories").update(data="")
    assert warning in client.get(board(plan)).content.decode()


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


def test_a_local_plan_is_not_signed_in_the_portal(cast, as_user):
    plan = stages.discussed(cast)
    plan.council = cast.lokalraad("Herning")
    plan.save()
    page = as_user(cast.sekretariat).get(board(plan)).content.decode()
    assert "En lokal samarbejdsplan underskrives ikke i portalen" in page
    with pytest.raises(Refused, match="lokal samarbejdsplan"):
        stages.open_round(cast, plan)


def test_the_board_shows_who_signed_and_who_is_missing(cast, as_user):
    plan = stages.signing(cast)
    stages.put_name_under(mine(plan, cast.direktoer))
    page = as_user(cast.sekretariat).get(board(plan)).content.decode()
    assert "1 af 12 har underskrevet" in page
    assert page.count(">mangler<") == 11
    assert page.count(">underskrevet<") == 1
    assert "Fristen er overskredet" not in page
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        assert "Fristen er overskredet" in as_user(cast.sekretariat).get(board(plan)).content.decode()


def test_the_board_says_why_somebody_can_never_sign(cast, as_user):
    plan = stages.signing(cast)
    mayor = Membership.objects.get(user=cast.borgmester("Herning"))
    Membership.objects.filter(pk=mayor.pk).update(period=(date(2022, 1, 1), timezone.localdate()))
    lost = cast.borgmester("Skive")
    lost.email = None
    lost.save()
    page = as_user(cast.sekretariat).get(board(plan)).content.decode()
    assert page.count("Hvervet er ophørt") == 1
    assert page.count("Kan ikke logge ind") == 1


def test_those_who_are_missing_are_reminded_once_a_day(cast, as_user):
    plan = stages.signing(cast)
    stages.put_name_under(mine(plan, cast.direktoer))
    Message.objects.all().delete()
    remind = reverse("remind-signatories", args=[plan.pk])

    page = as_user(cast.sekretariat).post(remind, follow=True).content.decode()
    assert "har fået besked i dag" in page
    assert not Message.objects.exists()

    with time_machine.travel(timezone.now() + timedelta(days=1)):
        page = as_user(cast.sekretariat).post(remind, follow=True).content.decode()
        assert "11, der mangler at underskrive, får en e-mail" in page
        as_user(cast.sekretariat).post(remind)
        with pytest.raises(Refused, match="i morgen"):
            workflow.remind(stages.standing_round(plan), by=cast.sekretariat)
    letters = Message.objects.values_list("address", "subject")
    assert len(letters) == 11
    assert ("direktoer@example.org", "Husk at underskrive Samarbejdsplan 2027") not in letters
    assert ("borgmester.viborg@example.org", "Husk at underskrive Samarbejdsplan 2027") in letters


def test_without_a_round_nobody_is_reminded(cast, as_user):
    plan = stages.discussed(cast)
    page = as_user(cast.sekretariat).post(reverse("remind-signatories", args=[plan.pk]), follow=True)
    assert "Planen er ikke til underskrift" in page.content.decode()
    assert as_user(cast.sekretariat).get(reverse("text-to-sign", args=[plan.pk])).status_code == 404


# --- the office holder signs ---------------------------------------------------------------------


def test_a_mayor_reads_the_frozen_text_and_signs(cast, as_user):
    plan = stages.signing(cast)
    signature = mine(plan, cast.borgmester("Herning"))
    client = as_user(cast.borgmester("Herning"))

    page = client.get(reverse("sign", args=[signature.pk])).content.decode()
    assert "Kredsrådet mødes fire gange." in page
    assert "Borgmester i Herning Kommune, underskriver Samarbejdsplan 2027" in page
    assert signature.round.content_hash in page
    assert page.count("<h1>") == 1

    page = press(client, signature).content.decode()
    signature.refresh_from_db()
    assert signature.state == SignatureState.SIGNED
    assert signature.signed_hash == signature.round.content_hash
    assert timezone.now() - signature.signed_at < timedelta(minutes=1)
    assert "Du har underskrevet" in page
    assert "Underskriv samarbejdsplanen" not in page
    event = Event.objects.about(plan).get(verb="signature.given")
    assert (event.actor, event.internal) == (cast.borgmester("Herning"), False)
    assert stages.fresh(plan).state == PlanState.SIGNING


def test_the_desk_leads_to_the_page(cast, as_user):
    plan = stages.signing(cast)
    mayor = cast.borgmester("Herning")
    assert (
        reverse("sign", args=[mine(plan, mayor).pk]) in as_user(mayor).get(reverse("desk")).content.decode()
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
    signature = mine(plan, cast.borgmester("Herning"))
    client = as_user(cast.borgmester("Herning"))
    press(client, signature)
    first = Signature.objects.get(pk=signature.pk).signed_at
    for _ in range(7):
        press(client, signature)
    assert Signature.objects.get(pk=signature.pk).signed_at == first
    assert Event.objects.filter(verb="signature.given").count() == 1


@pytest.mark.parametrize("seen", ["", "0" * 64, "x" * 65])
def test_another_hash_is_not_signed(cast, as_user, seen):
    plan = stages.signing(cast)
    signature = mine(plan, cast.borgmester("Herning"))
    page = press(as_user(cast.borgmester("Herning")), signature, seen_hash=seen)
    assert page.status_code in (200, 422)
    assert "Underskriv samarbejdsplanen" in page.content.decode()
    signature.refresh_from_db()
    assert signature.state == SignatureState.PENDING


def test_the_wrong_text_is_said_in_words(cast, as_user):
    plan = stages.signing(cast)
    signature = mine(plan, cast.borgmester("Herning"))
    page = press(as_user(cast.borgmester("Herning")), signature, seen_hash="0" * 64)
    assert "Teksten er en anden end den, du så" in page.content.decode()


def test_a_round_taken_back_meanwhile_is_not_signed(cast, as_user):
    plan = stages.signing(cast)
    signature = mine(plan, cast.borgmester("Herning"))
    workflow.reopen(plan, reason="Et tal var forkert.", by=cast.sekretariat)

    page = press(as_user(cast.borgmester("Herning")), signature).content.decode()

    assert "Planen er taget tilbage og kan ikke underskrives: Et tal var forkert." in page
    assert "Underskriv samarbejdsplanen" not in page
    signature.refresh_from_db()
    assert (signature.state, signature.signed_at) == (SignatureState.VOIDED, None)


def test_extra_fields_change_nothing(cast, as_user):
    plan = stages.signing(cast)
    signature = mine(plan, cast.borgmester("Herning"))
    press(as_user(cast.borgmester("Herning")), signature, name="Andet", state="voided", method="paper")
    signature.refresh_from_db()
    assert (signature.name, signature.state, signature.method) == (
        "Borgmesteren i Herning",
        "signed",
        "portal",
    )


@pytest.mark.parametrize(
    "role", ["politidirektør", "stedfortræder", "sekretariat", "formand", "medlem", "kontaktudvalg"]
)
def test_nobody_signs_for_another_and_the_attempt_is_written_down(cast, as_user, role):
    plan = stages.signing(cast)
    signature = mine(plan, cast.borgmester("Viborg"))
    client = as_user(cast.roles[role])
    assert client.get(reverse("sign", args=[signature.pk])).status_code == 403
    assert not Event.objects.filter(verb="signature.denied").exists()

    seen = press(client, signature)

    assert seen.status_code == 403
    assert "Kun Borgmesteren i Viborg kan underskrive her" in seen.content.decode()
    event = Event.objects.about(plan).get(verb="signature.denied")
    assert (event.actor, event.internal) == (cast.roles[role], True)
    signature.refresh_from_db()
    assert signature.state == SignatureState.PENDING


def test_another_mayor_may_not_sign(cast, as_user):
    plan = stages.signing(cast)
    signature = mine(plan, cast.borgmester("Viborg"))
    assert press(as_user(cast.borgmester("Herning")), signature).status_code == 403
    with pytest.raises(Refused, match="Kun Borgmesteren i Viborg"):
        workflow.sign(signature, seen_hash=signature.round.content_hash, by=cast.borgmester("Herning"))


def test_outsiders_find_nothing(cast, as_user, client):
    plan = stages.signing(cast)
    signature = mine(plan, cast.borgmester("Viborg"))
    assert client.post(reverse("sign", args=[signature.pk])).url.startswith(reverse("account_login"))
    for role in ("sekretariat i en anden kreds", "administrator"):
        assert press(as_user(cast.roles[role]), signature).status_code == 404
    assert as_user(cast.direktoer).get(reverse("sign", args=[0])).status_code == 404
    assert not Event.objects.filter(verb="signature.denied").exists()


def test_a_mayor_whose_term_has_ended_may_not_sign(cast, as_user):
    plan = stages.signing(cast)
    mayor = cast.borgmester("Herning")
    signature = mine(plan, mayor)
    Membership.objects.filter(user=mayor).update(period=(date(2022, 1, 1), timezone.localdate()))
    seen = press(as_user(mayor), signature)
    assert seen.status_code == 403
    assert "Dit hverv er ophørt" in seen.content.decode()
    with pytest.raises(Refused):
        workflow.sign(signature, seen_hash=signature.round.content_hash, by=mayor)


# --- who follows the signing ----------------------------------------------------------------------


def test_signatories_follow_the_board_but_do_not_steer_it(cast, as_user):
    plan = stages.signing(cast)
    client = as_user(cast.borgmester("Herning"))
    page = client.get(board(plan)).content.decode()
    assert "0 af 12" in page
    assert "reopen" not in page
    assert reverse("reopen-plan", args=[plan.pk]) not in page
    assert client.get(reverse("text-to-sign", args=[plan.pk])).status_code == 200
    assert client.post(board(plan), answers()).status_code == 403
    for name in ("remind-signatories", "switch-signatures"):
        assert client.post(reverse(name, args=[plan.pk]), {"required": "nej"}).status_code == 403
    assert stages.fresh(plan).signatures_required


def test_others_do_not_see_the_board(cast, as_user, client):
    plan = stages.signing(cast)
    for name in ("signatures", "text-to-sign"):
        address = reverse(name, args=[plan.pk])
        assert client.get(address).url.startswith(reverse("account_login"))
        for role in ("stedfortræder", "formand", "medlem", "kontaktudvalg"):
            assert as_user(cast.roles[role]).get(address).status_code == 403, (name, role)
        for role in ("sekretariat i en anden kreds", "administrator"):
            assert as_user(cast.roles[role]).get(address).status_code == 404, (name, role)


def test_before_a_round_a_mayor_is_told_to_wait(cast, as_user):
    plan = stages.discussed(cast)
    page = as_user(cast.borgmester("Herning")).get(board(plan)).content.decode()
    assert "Planen er ikke sendt til underskrift" in page
    assert '<form method="post" novalidate' not in page
