"""A mayor leaves office before having signed: nobody signs in another's place, and the way on is one page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership
from plans.approval import workflow
from plans.approval.models import RoundState, Signature, SignatureState
from plans.document.snapshot import content_hash
from plans.document.states import PlanState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.cast import person, seat
from tests.plans.approval import stages
from tests.plans.publication.stages import sends

pytestmark = pytest.mark.django_db

LEFT = "Borgmesteren i Skive har ikke længere hvervet som borgmester i Skive Kommune"


def renewal(plan):
    return reverse("renew-signatures", args=[plan.pk])


@pytest.fixture
def plan(cast):
    """To be signed: the director and Herning have, Skive's mayor has left and has a successor."""
    plan = stages.signing(cast)
    for somebody in (cast.direktoer, cast.borgmester("Herning")):
        stages.put_name_under(stages.mine(plan, somebody))
    stages.succeed(cast, "Skive", "Anne Ask")
    Message.objects.all().delete()
    return plan


def renew(cast, plan, **changes):
    wanted = {"place": "Struer", "deadline": timezone.localdate() + timedelta(days=7)} | changes
    return workflow.renew_round(plan, **wanted, by=cast.sekretariat)


def test_the_board_names_who_left_and_who_came_and_leads_on(cast, as_user, plan):
    page = as_user(cast.sekretariat).get(stages.board(plan)).content.decode()
    assert LEFT in page
    assert "Nu har Anne Ask hvervet" in page
    assert f'href="{renewal(plan)}"' in page
    assert reverse("remind-signatories", args=[plan.pk]) not in page
    signer = as_user(cast.borgmester("Viborg")).get(stages.board(plan)).content.decode()
    assert signer.count("Har ikke længere hvervet.") == 1
    assert renewal(plan) not in signer


def test_a_new_director_is_found_as_well(cast, as_user):
    plan = stages.signing(cast)
    stages.leave(cast.direktoer)
    term = (timezone.localdate(), None)
    seat(person("dorte", "Dorte Dal"), cast.kredsraad(), "chair", title="Politidirektør", period=term)
    page = as_user(cast.sekretariat).get(stages.board(plan)).content.decode()
    assert "har ikke længere hvervet som politidirektør. Nu har Dorte Dal hvervet." in page
    renew(cast, plan)
    assert stages.standing_round(plan).signatures.first().name == "Dorte Dal"


def test_the_desk_of_the_secretariat_says_so(cast, as_user, plan):
    page = as_user(cast.sekretariat).get(reverse("desk")).content.decode()
    assert "10 underskrifter mangler" in page
    assert "Borgmesteren i Skive har ikke længere hvervet" in page
    assert stages.board(plan) in page


def test_the_page_says_what_lapses_and_who_is_asked(cast, as_user, plan):
    page = as_user(cast.sekretariat).get(renewal(plan)).content.decode()
    assert "Anne Ask, Borgmester i Skive Kommune" in page
    assert "2 underskrifter bortfalder" in page
    assert 'value="Holstebro"' in page
    assert f'value="{stages.to_open()["deadline"]}"' in page


def test_a_deadline_that_is_over_is_not_proposed_again(cast, as_user, plan):
    yesterday = timezone.localdate() - timedelta(days=1)
    plan.signature_rounds.update(deadline=yesterday)
    page = as_user(cast.sekretariat).get(renewal(plan)).text
    assert 'value="Holstebro"' in page
    assert f"{yesterday:%d-%m-%Y}" not in page


def test_everybody_signs_the_text_with_the_names_of_today(cast, as_user, plan):
    old = stages.standing_round(plan)
    deadline = timezone.localdate() + timedelta(days=7)
    client = as_user(cast.sekretariat)
    seen = sends(client, plan, "renew-signatures", deadline=f"{deadline:%d-%m-%Y}")
    assert seen.url == stages.board(plan)

    old.refresh_from_db()
    assert (old.state, LEFT in old.void_reason) == (RoundState.VOIDED, True)
    assert {s.state for s in old.signatures.all()} == {SignatureState.VOIDED}
    new = stages.standing_round(plan)
    assert new.content_hash == content_hash(new.snapshot) != old.content_hash
    assert new.deadline == deadline
    names = [row["name"] for row in new.snapshot["sections"][0]["data"]["rows"]]
    assert names == [signature.name for signature in new.signatures.all()]
    assert "Anne Ask" in names
    assert "Borgmesteren i Skive" not in names
    plan = stages.fresh(plan)
    assert plan.state == PlanState.SIGNING
    assert plan.discussions.standing().exists(), "the law's gate is not passed twice"
    assert "blev bedt om at underskrive igen" in Event.objects.about(plan).first().text
    stages.sign_all(plan)
    assert stages.fresh(plan).state == PlanState.SIGNED


def test_each_is_told_what_it_means_for_them(cast, plan):
    renew(cast, plan)
    letters = {m.address: m for m in Message.objects.all()}
    assert len(letters) == 12
    assert "borgmester.skive@example.org" not in letters
    had_signed = letters["borgmester.herning@example.org"]
    assert had_signed.subject == "Underskriv Samarbejdsplan 2027 igen"
    assert "din underskrift gælder ikke længere" in had_signed.body
    assert LEFT in had_signed.body
    for address in ("borgmester.viborg@example.org", "anne.ask@example.org"):
        assert letters[address].subject == "Underskriv Samarbejdsplan 2027"
        assert "gælder ikke længere" not in letters[address].body
    new = Signature.objects.get(membership__user__email="anne.ask@example.org")
    assert reverse("sign", args=[new.pk]) in letters["anne.ask@example.org"].body


def test_who_signed_and_then_left_is_told_that_the_successor_signs(cast, plan):
    stages.succeed(cast, "Herning", "Bo Bak")
    renew(cast, plan)
    letter = Message.objects.get(address="borgmester.herning@example.org")
    assert letter.subject == "Din underskrift på Samarbejdsplan 2027 er bortfaldet"
    assert "Du skal ikke gøre noget" in letter.body
    assert Message.objects.filter(address="bo.bak@example.org").count() == 1


def test_the_old_page_leads_to_the_new_text(cast, as_user, plan):
    old = stages.mine(plan, cast.borgmester("Viborg"))
    renew(cast, plan)
    client = as_user(cast.borgmester("Viborg"))
    page = client.get(reverse("sign", args=[old.pk])).content.decode()
    assert LEFT in page
    assert "Underskriv samarbejdsplanen" not in page
    assert reverse("sign", args=[stages.mine(plan, cast.borgmester("Viborg")).pk]) in page
    typed = {"seen_hash": old.round.content_hash}
    assert "gælder ikke længere" in client.post(reverse("sign", args=[old.pk]), typed, follow=True).text
    assert Signature.objects.signed().count() == 0


def test_the_successor_does_not_sign_in_the_others_place(cast, as_user, plan):
    old = Signature.objects.get(name="Borgmesteren i Skive")
    anne = Membership.objects.get(user__email="anne.ask@example.org").user
    answer = as_user(anne).post(reverse("sign", args=[old.pk]), {"seen_hash": old.round.content_hash})
    assert answer.status_code == 403
    with pytest.raises(Refused):
        workflow.sign(old, seen_hash=old.round.content_hash, by=anne)


def test_nobody_is_reminded_of_a_text_that_cannot_be_signed_by_all(cast, as_user, plan):
    tomorrow = {"opened_at": timezone.now() - timedelta(days=2)}
    plan.signature_rounds.update(**tomorrow)
    remind = reverse("remind-signatories", args=[plan.pk])
    page = as_user(cast.sekretariat).post(remind, follow=True).content.decode()
    assert "Send planen til underskrift igen" in page
    assert not Message.objects.exists()


def test_without_a_successor_in_the_register_the_page_says_what_to_do(cast, as_user, plan):
    Membership.objects.filter(user__email="anne.ask@example.org").delete()
    client = as_user(cast.sekretariat)
    assert "Registret kender ikke efterfølgeren endnu" in client.get(stages.board(plan)).content.decode()
    assert "ingen borgmester i Skive" in client.get(renewal(plan)).content.decode()
    answer = client.post(renewal(plan), stages.to_open())
    assert "ingen borgmester i Skive" in answer.content.decode()
    assert Signature.objects.signed().count() == 2
    assert not Message.objects.exists()


def test_while_all_hold_their_office_signatures_are_not_voided(cast, as_user):
    plan = stages.signing(cast)
    stages.put_name_under(stages.mine(plan, cast.direktoer))
    client = as_user(cast.sekretariat)
    assert "har stadig deres hverv" in client.get(renewal(plan)).content.decode()
    assert "har stadig deres hverv" in client.post(renewal(plan), stages.to_open(), follow=True).text
    assert Signature.objects.signed().count() == 1


def test_who_is_elected_again_signs_the_text_that_names_them(cast, as_user):
    plan = stages.signing(cast)
    mayor = cast.borgmester("Skive")
    place = next(place for place in cast.municipalities if place.name == "Skive")
    stages.leave(mayor)
    again = {"council": cast.kredsraad(), "municipality": place, "title": "Borgmester i Skive Kommune"}
    Membership.objects.create(user=mayor, side="municipality", period=(timezone.localdate(), None), **again)
    signature = stages.mine(plan, mayor)
    assert "har ikke længere" not in as_user(cast.sekretariat).get(stages.board(plan)).content.decode()
    assert reverse("sign", args=[signature.pk]) in as_user(mayor).get(reverse("desk")).content.decode()
    stages.put_name_under(signature)
    signature.refresh_from_db()
    assert signature.state == SignatureState.SIGNED


def test_a_name_that_stands_stands(cast, as_user):
    """Who signed in office has signed: the plan keeps the names and titles of its day."""
    plan = stages.signing(cast)
    stages.put_name_under(stages.mine(plan, cast.borgmester("Skive")))
    stages.leave(cast.borgmester("Skive"))
    page = as_user(cast.sekretariat).get(stages.board(plan)).content.decode()
    assert "har ikke længere hvervet" not in page
    with pytest.raises(Refused, match="har stadig deres hverv"):
        renew(cast, plan)


@pytest.mark.parametrize("state", [state for state in PlanState if state != PlanState.SIGNING])
def test_only_a_plan_to_be_signed_is_sent_again(cast, state):
    plan = stages.STAGES[state](cast)
    stages.fill_offices(cast)
    stages.succeed(cast, "Skive", "Anne Ask")
    with pytest.raises(Refused, match=f"»{plan.get_state_display()}«"):
        renew(cast, plan)
    assert stages.fresh(plan).state == state


def test_it_needs_a_login_and_the_secretariat(cast, as_user, client, plan):
    assert client.get(renewal(plan)).url.startswith(reverse("account_login"))
    assert as_user(cast.sekretariat_fyn).post(renewal(plan), stages.to_open()).status_code == 404
    assert as_user(cast.borgmester("Viborg")).post(renewal(plan), stages.to_open()).status_code == 403
    assert Signature.objects.signed().count() == 2


def test_bad_input_comes_back_with_what_was_typed(cast, as_user, plan):
    answer = as_user(cast.sekretariat).post(renewal(plan), stages.to_open(deadline="1-1-2020"))
    assert answer.status_code == 422
    assert "Fristen er allerede gået" in answer.text
    assert 'value="1-1-2020"' in answer.text
    assert Signature.objects.signed().count() == 2
