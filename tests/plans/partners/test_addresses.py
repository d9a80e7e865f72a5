"""An address was wrong: whoever has the link that was sent there has it no more."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from plans.consultation import workflow as consultation_workflow
from plans.partners import workflow
from plans.partners.links import GRACE
from plans.partners.models import Partner
from samarbejde.accounts.models import PersonalLink
from samarbejde.deadlines import end_of
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from tests.plans.partners.stages import HOUSING, draft_page, invited

pytestmark = pytest.mark.django_db


def corrected(cast, invitation, email: str = "rigtig@example.org") -> dict[str, object]:
    """The form of a partner whose address was wrong, filled in."""
    return {"name": HOUSING, "contact": "Driftschefen", "email": email, "version": 0}


def test_a_corrected_address_gets_a_new_link_and_the_wrong_one_opens_nothing(cast, as_user, client):
    invitation = invited(cast)
    wrong, plan = draft_page(invitation), invitation.consultation.plan_id
    page = reverse("edit-partner", args=[plan, invitation.partner_id])
    secretary = as_user(cast.sekretariat)
    assert "får partneren et nyt link, og det gamle lukkes" in secretary.get(page).text
    answer = secretary.post(page, corrected(cast, invitation), follow=True)
    assert "Partneren får et nyt link, og det gamle er lukket." in answer.text
    assert client.get(wrong).status_code == 410
    letter = Message.objects.filter(to=None).latest("pk")
    assert (letter.address, Message.objects.filter(to=None).count()) == ("rigtig@example.org", 2)
    assert draft_page(invitation) in letter.letter
    assert client.get(draft_page(invitation)).status_code == 200
    assert Event.objects.filter(verb="partner.new_link", actor=cast.sekretariat).count() == 1


def test_the_same_address_keeps_its_link(cast, as_user, client):
    invitation = invited(cast)
    kept, plan = draft_page(invitation), invitation.consultation.plan_id
    typed = corrected(cast, invitation, invitation.partner.email) | {"contact": "Direktøren"}
    answer = as_user(cast.sekretariat).post(
        reverse("edit-partner", args=[plan, invitation.partner_id]), typed, follow=True
    )
    assert "Partneren er rettet." in answer.text
    assert "og det gamle er lukket" not in answer.text
    assert client.get(kept).status_code == 200
    assert Message.objects.filter(to=None).count() == 1


def test_who_is_not_asked_any_more_gets_no_link(cast, as_user):
    invitation = invited(cast)
    workflow.withdraw(invitation, "Nævnt ved en fejl.", by=cast.sekretariat)
    page = reverse("edit-partner", args=[invitation.consultation.plan_id, invitation.partner_id])
    secretary = as_user(cast.sekretariat)
    assert "nyt link" not in secretary.get(page).text
    secretary.post(page, corrected(cast, invitation))
    assert Partner.objects.get().email == "rigtig@example.org"
    assert Message.objects.filter(to=None).count() == 2  # the invitation, and that it was taken back
    assert not PersonalLink.objects.filter(ended_at=None).exists()


@pytest.mark.parametrize("since", [timedelta(hours=1), GRACE + timedelta(days=1)])
def test_after_the_deadline_the_wrong_address_sees_no_answer_and_a_later_one_goes_to_the_right(
    cast, as_user, client, since
):
    invitation = invited(cast)
    consultation_workflow.answer_as_partner(invitation, "Nævn beboerrådgiverne.", version=0)
    wrong, consultation = draft_page(invitation), invitation.consultation
    page = reverse("edit-partner", args=[consultation.plan_id, invitation.partner_id])
    with time_machine.travel(end_of(consultation.answer_by) + since, tick=False):
        assert ("Nævn beboerrådgiverne." in client.get(wrong).text) is (since < GRACE)
        secretary = as_user(cast.sekretariat)
        assert "nyt link" not in secretary.get(page).text
        written = Message.objects.filter(to=None).count()
        answer = secretary.post(page, corrected(cast, invitation), follow=True)
        assert "Partneren er rettet." in answer.text
        assert Message.objects.filter(to=None).count() == written
        assert "Nævn beboerrådgiverne." not in client.get(wrong).text
        later = consultation.answer_by + timedelta(days=60)
        consultation_workflow.extend_deadline(consultation, later, reason="", by=cast.sekretariat)
        letter = Message.objects.filter(to=None).latest("pk")
        assert letter.address == "rigtig@example.org"
        assert draft_page(invitation) in letter.letter
        assert "det samme" not in letter.body
        assert client.get(draft_page(invitation)).status_code == 200
        assert client.get(wrong).status_code == 410
