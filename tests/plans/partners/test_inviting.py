"""The secretariat keeps a list of partners, invites from it, and takes an invitation back with a reason."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from councils.models import LetterWording
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.partners import letters, workflow
from plans.partners.models import Partner, PartnerInvitation
from samarbejde.accounts.models import PersonalLink
from samarbejde.events.models import Event
from samarbejde.outbox.models import LINK, Message, MessageState
from samarbejde.retention import clean_up
from samarbejde.transitions import Refused, Stale
from tests.making import a_plan
from tests.plans.consultation import stages as heard
from tests.plans.partners.stages import HOUSING, SPORT, TRADE, a_partner, draft_page, invited, link

pytestmark = pytest.mark.django_db


def test_partners_are_ticked_when_the_draft_is_sent(cast, as_user):
    plan, asked, _left_out = a_plan(cast.kredsraad()), a_partner(cast), a_partner(cast, TRADE)
    client, address = as_user(cast.sekretariat), reverse("send-to-consultation", args=[plan.pk])
    shown = client.get(address).text
    assert HOUSING in shown
    assert TRADE in shown
    until = f"{heard.in_days(14):%d-%m-%Y}"
    client.post(address, {"answer_by": until, "note": heard.NOTE, "partners": [asked.pk]})
    invitation = PartnerInvitation.objects.get()
    assert (invitation.partner, invitation.consultation.plan) == (asked, plan)
    letter = Message.objects.get(to=None)
    assert letter.address == asked.email
    assert letter.body.startswith("Kære Driftschefen")
    assert heard.NOTE in letter.body
    assert letter.reply_to == cast.sekretariat.email
    assert LINK in letter.body
    assert draft_page(invitation) in letter.letter
    event = Event.objects.get(verb="partner.invited")
    assert (event.text, event.actor, event.internal) == (
        "Inviterede til høringen: Boligorganisationen",
        cast.sekretariat,
        True,
    )


def test_the_district_words_the_invitation_and_each_link_still_opens(cast):
    LetterWording.objects.create(
        district=cast.district,
        kind=letters.INVITED.key,
        subject="Hvad mener {partner}?",
        text="Skriv {svar_med_frist} her:\n{link}\n\n{besked}",
    )
    consultation, partners = heard.being_heard(cast), [a_partner(cast), a_partner(cast, TRADE)]
    with CaptureQueriesContext(connection) as queries:
        invitations = workflow.invite(consultation, partners, by=cast.sekretariat)
    assert sum("letterwording" in one["sql"] for one in queries) == 1
    for invitation in invitations:
        letter = Message.objects.get(address=invitation.partner.email)
        assert letter.subject == f"Hvad mener {invitation.partner}?"
        assert "Skriv jeres svar senest " in letter.body
        assert "Linket er jeres eget" not in letter.body
        assert draft_page(invitation) in letter.letter


def test_the_database_keeps_no_token(cast):
    invitation = invited(cast)
    token, kept = link(invitation).token, PersonalLink.objects.get()
    assert len(token) == 43
    assert token not in "".join(str(value) for value in vars(kept).values())
    assert token not in Message.objects.get(to=None).body


def test_more_are_invited_while_it_runs_and_nobody_twice(cast, as_user):
    invitation = invited(cast)
    more, plan = a_partner(cast, TRADE), invitation.consultation.plan_id
    client, address = as_user(cast.sekretariat), reverse("partners", args=[plan])
    answer = client.post(address, {"partners": [more.pk]}, follow=True)
    assert "Inviteret: Handelsstandsforeningen." in answer.text
    again = client.post(address, {"partners": [more.pk]})
    assert again.status_code == 422
    assert "inviteret i mellemtiden" in again.text
    assert workflow.invite(invitation.consultation, [more], by=cast.sekretariat) == []
    assert PartnerInvitation.objects.count() == 2
    assert Message.objects.filter(to=None).count() == 2
    with pytest.raises(IntegrityError, match="one_standing_invitation"), transaction.atomic():
        PartnerInvitation.objects.create(consultation=invitation.consultation, partner=more)


def test_a_new_partner_is_kept_and_invited_at_once(cast, as_user):
    plan = heard.being_heard(cast).plan
    client, address = as_user(cast.sekretariat), reverse("add-partner", args=[plan.pk])
    typed = {"name": SPORT, "contact": "Formanden", "email": "idraet@example.org"}
    wrong = client.post(address, typed | {"email": "idraet"})
    assert wrong.status_code == 422
    assert SPORT in wrong.text
    client.post(address, typed | {"invite": "1"})
    assert PartnerInvitation.objects.get().partner == Partner.objects.get(name=SPORT)
    answer = client.post(address, typed)
    assert answer.status_code == 409
    assert "står allerede på listen" in answer.text
    assert "Formanden" in answer.text


def test_before_the_draft_is_sent_nobody_is_invited(cast, as_user):
    plan, partner = a_plan(cast.kredsraad()), a_partner(cast)
    client, address = as_user(cast.sekretariat), reverse("partners", args=[plan.pk])
    assert "Når du sender planen i høring" in client.get(address).text
    answer = client.post(address, {"partners": [partner.pk]})
    assert answer.status_code == 409
    assert not PartnerInvitation.objects.exists()


@pytest.mark.parametrize("state", sorted(set(PlanState) - {PlanState.DRAFT, PlanState.CONSULTATION}))
def test_when_the_plan_has_gone_on_nobody_is_invited_or_sent_a_link(cast, state):
    invitation = invited(cast)
    Plan.objects.update(state=state)
    invitation.refresh_from_db()
    with pytest.raises(Refused, match="Høringen er slut"):
        workflow.invite(invitation.consultation, [a_partner(cast, TRADE)], by=cast.sekretariat)
    with pytest.raises(Refused, match="Høringen er slut"):
        workflow.send_new_link(invitation, by=cast.sekretariat)
    assert Message.objects.filter(to=None).count() == 1


def test_a_withdrawn_invitation_stops_with_a_reason(cast, as_user, client):
    invitation = invited(cast)
    page, plan = draft_page(invitation), invitation.consultation.plan_id
    secretary = as_user(cast.sekretariat)
    address = reverse("withdraw-invitation", args=[plan, invitation.pk])
    assert secretary.post(address, {"reason": ""}).status_code == 422
    secretary.post(address, {"reason": "I er nævnt ved en fejl."})
    gone = client.get(page)
    assert gone.status_code == 410
    assert "I er nævnt ved en fejl." in gone.text
    assert cast.sekretariat.email in gone.text
    told = Message.objects.filter(to=None).latest("pk")
    assert "I er nævnt ved en fejl." in told.body
    assert LINK not in told.body
    assert Event.objects.get(verb="partner.withdrawn").text.endswith("tilbage: I er nævnt ved en fejl.")
    with pytest.raises(IntegrityError, match="withdrawn_says_why"), transaction.atomic():
        PartnerInvitation.objects.update(withdrawn_because="")
    [again] = workflow.invite(invitation.consultation, [invitation.partner], by=cast.sekretariat)
    assert client.get(draft_page(again)).status_code == 200
    assert client.get(page).status_code == 410


def test_a_new_link_goes_to_the_new_address_and_ends_the_old(cast, as_user, client):
    invitation = invited(cast)
    old, plan = draft_page(invitation), invitation.consultation.plan_id
    secretary = as_user(cast.sekretariat)
    typed = {"name": HOUSING, "contact": "Direktøren", "email": "ny@example.org", "version": 0}
    secretary.post(reverse("edit-partner", args=[plan, invitation.partner_id]), typed)
    answer = secretary.post(reverse("send-new-link", args=[plan, invitation.pk]), follow=True)
    assert "Det gamle virker ikke mere." in answer.text
    letter = Message.objects.filter(to=None).latest("pk")
    assert letter.address == "ny@example.org"
    assert draft_page(invitation) in letter.letter
    assert client.get(draft_page(invitation)).status_code == 200
    gone = client.get(old)
    assert gone.status_code == 410
    assert "Sekretariatet har sendt jer et nyt link." in gone.text
    assert not Message.objects.filter(to=None).earliest("pk").link.is_open


def test_a_letter_that_did_not_arrive_is_said(cast, as_user):
    invitation = invited(cast)
    address = reverse("partners", args=[invitation.consultation.plan_id])
    client = as_user(cast.sekretariat)
    assert "brevet kom ikke frem" not in client.get(address).text
    Message.objects.filter(to=None).update(state=MessageState.GIVEN_UP)
    assert "brevet kom ikke frem" in client.get(address).text


def test_two_who_put_a_partner_right_are_told_of_each_other(cast, as_user):
    invitation = invited(cast)
    partner, words = invitation.partner, {"name": HOUSING, "contact": "A", "email": "a@example.org"}
    workflow.edit_partner(partner, **words, version=0, by=cast.sekretariat)
    with pytest.raises(Stale):
        workflow.edit_partner(partner, **words | {"contact": "B"}, version=0, by=cast.sekretariat)
    address = reverse("edit-partner", args=[invitation.consultation.plan_id, partner.pk])
    client = as_user(cast.sekretariat)
    answer = client.post(address, words | {"contact": "B", "version": 0})
    assert answer.status_code == 409
    assert "Der står nu: Boligorganisationen, A, a@example.org." in answer.text
    assert 'name="version" value="1"' in answer.text
    client.post(address, words | {"contact": "B", "version": 1})
    partner.refresh_from_db()
    assert partner.contact == "B"


@pytest.mark.parametrize("field", ["name", "contact"])
def test_a_personal_number_is_refused(cast, field):
    words = {"name": SPORT, "contact": "Formanden", "email": "idraet@example.org"}
    with pytest.raises(Refused, match="CPR"):
        workflow.add_partner(cast.district, **words | {field: "010190-1234"}, by=cast.sekretariat)


def test_another_districts_partner_is_none_of_ours(cast, as_user):
    plan = heard.being_heard(cast).plan
    elsewhere = workflow.add_partner(
        cast.other_district, name=TRADE, contact="A", email="a@example.org", by=cast.sekretariat_fyn
    )
    client = as_user(cast.sekretariat)
    assert client.get(reverse("edit-partner", args=[plan.pk, elsewhere.pk])).status_code == 404
    assert TRADE not in client.get(reverse("partners", args=[plan.pk])).text
    answer = client.post(reverse("partners", args=[plan.pk]), {"partners": [elsewhere.pk]})
    assert answer.status_code == 422


def test_as_many_queries_for_three_partners_as_for_one(cast, as_user):
    consultation, client = heard.being_heard(cast), as_user(cast.sekretariat)
    address = reverse("partners", args=[consultation.plan_id])
    counts = []
    for names in ([HOUSING], [TRADE, SPORT]):
        for name in names:
            invited(cast, consultation, name)
            a_partner(cast, f"{name} to")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_contacts_that_are_long_unused_are_forgotten(cast, settings):
    invitation, listed = invited(cast), a_partner(cast, TRADE)
    PartnerInvitation.objects.update(draft="Ikke sendt.")
    clean_up()
    assert not Partner.objects.filter(email="").exists()
    long_ago = timezone.now() - timedelta(days=31 * settings.RETENTION_MONTHS + 1)
    Partner.objects.filter(pk=listed.pk).update(kept_at=long_ago)
    PersonalLink.objects.update(created_at=long_ago - timedelta(days=1), expires_at=long_ago)
    Message.objects.update(queued_at=long_ago, state=MessageState.LAPSED)
    Partner.objects.filter(pk=invitation.partner_id).update(kept_at=long_ago)
    deleted = clean_up()
    assert list(Partner.objects.filter(email="")) == [listed]  # the other was asked lately
    PartnerInvitation.objects.update(invited_at=long_ago)
    deleted = clean_up() | {"links": deleted["brugte og udløbne links"]}
    assert (deleted["kontakter hos partnere"], deleted["kladder, som partnere ikke sendte"]) == (1, 1)
    assert deleted["links"] == 1
    assert set(Partner.objects.values_list("name", "contact", "email")) == {
        (HOUSING, "", ""),
        (TRADE, "", ""),
    }
    assert PartnerInvitation.objects.get().draft == ""
