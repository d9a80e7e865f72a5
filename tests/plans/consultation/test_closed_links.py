"""A partner's link that opens no more says why, and gives back what was typed."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from plans.approval.models import Consultation
from plans.approval.workflow import send_to_consultation
from plans.consultation import workflow
from plans.consultation.models import ConsultationReply
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.partners.links import GRACE
from plans.partners.models import PartnerInvitation
from plans.partners.workflow import send_new_link, withdraw
from samarbejde.deadlines import end_of
from samarbejde.transitions import Refused
from tests.plans.consultation.stages import in_days
from tests.plans.partners.stages import HOUSING, draft_page, invited, link, reply_page

pytestmark = pytest.mark.django_db

ANSWER = "Nævn beboerrådgiverne."


@pytest.fixture
def invitation(cast) -> PartnerInvitation:
    return invited(cast)


def standing() -> ConsultationReply:
    return ConsultationReply.objects.get()


@pytest.mark.parametrize("token", ["x" * 43, "kort", "æøå"])
def test_a_wrong_token_opens_nothing_and_gives_the_text_back(invitation, client, token):
    for name in ("partner-draft", "partner-reply"):
        gone = client.get(reverse(name, args=[token]))
        assert gone.status_code == 404
        assert "Linket virker ikke" in gone.text
        assert HOUSING not in gone.text
    answer = client.post(reverse("partner-reply", args=[token]), {"text": ANSWER, "version": 0})
    assert answer.status_code == 404
    assert ANSWER in answer.text
    assert not ConsultationReply.objects.exists()


def replaced(cast, invitation) -> None:
    send_new_link(invitation, by=cast.sekretariat)


def taken_back(cast, invitation) -> None:
    withdraw(invitation, "Nævnt ved en fejl.", by=cast.sekretariat)


def gone_on(cast, invitation) -> None:
    Plan.objects.update(state=PlanState.DISCUSSED)


def heard_again(cast, invitation) -> None:
    Plan.objects.update(state=PlanState.DRAFT)
    send_to_consultation(Plan.objects.get(), answer_by=in_days(30), by=cast.sekretariat)


def passed(cast, invitation) -> None:
    Consultation.objects.update(answer_by=in_days(-1))


CLOSED = {
    "replaced": (replaced, "Sekretariatet har sendt jer et nyt link."),
    "withdrawn": (taken_back, "Nævnt ved en fejl."),
    "moved on": (gone_on, "Kredsrådet er gået videre med planen."),
    "heard again": (heard_again, "Linket hører til det tidligere udkast."),
    "deadline": (passed, "Fristen var"),
}


@pytest.mark.parametrize("reason", CLOSED)
def test_a_link_that_is_closed_says_why_and_whom_to_write_to(cast, invitation, client, reason):
    close, words = CLOSED[reason]
    pages = draft_page(invitation), reply_page(invitation)
    close(cast, invitation)
    for page in pages:
        gone = client.get(page)
        assert gone.status_code == 410
        assert words in gone.text
        assert f"mailto:{cast.sekretariat.email}" in gone.text
    answer = client.post(pages[1], {"text": ANSWER, "version": 0})
    assert answer.status_code == 410
    assert "er ikke sendt" in answer.text
    assert ANSWER in answer.text
    assert not ConsultationReply.objects.exists()
    assert not answer.cookies


@pytest.mark.parametrize("reason", ["withdrawn", "moved on", "deadline"])
def test_what_closes_while_somebody_writes_refuses_the_step(cast, invitation, reason):
    CLOSED[reason][0](cast, invitation)
    invitation.refresh_from_db()
    with pytest.raises(Refused, match="lukket, siden I åbnede"):
        workflow.answer_as_partner(invitation, ANSWER, version=0)
    with pytest.raises(Refused, match="lukket, siden I åbnede"):
        workflow.save_draft(invitation, ANSWER, version=0)


def test_after_the_deadline_the_answer_is_shown_for_a_while(cast, invitation, client):
    page, last = reply_page(invitation), end_of(invitation.consultation.answer_by)
    with time_machine.travel(last + timedelta(seconds=59), tick=False):
        client.post(page, {"text": ANSWER, "version": 0})
    workflow.answer(standing(), "followed", "De er nævnt nu.", version=0, by=cast.sekretariat)
    with time_machine.travel(last + timedelta(seconds=60), tick=False):
        shown = client.get(page)
    assert shown.status_code == 410
    for words in (ANSWER, "Følges", "De er nævnt nu."):
        assert words in shown.text
    with time_machine.travel(last + GRACE + timedelta(minutes=1), tick=False):
        gone = client.get(page)
    assert gone.status_code == 410
    assert "Linket er for gammelt" in gone.text
    assert ANSWER not in gone.text


def test_a_later_deadline_leaves_the_link_as_it_is(cast, invitation, client):
    page, consultation = reply_page(invitation), invitation.consultation
    later = consultation.answer_by + timedelta(days=60)
    workflow.extend_deadline(consultation, later, reason="", by=cast.sekretariat)
    with time_machine.travel(end_of(later) - timedelta(hours=1), tick=False):
        client.post(page, {"text": ANSWER, "version": 0})
    assert standing().text == ANSWER
    assert link(invitation).expires_at == end_of(later) + GRACE
