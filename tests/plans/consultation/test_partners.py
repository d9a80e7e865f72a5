"""A partner reads and answers behind its personal link: no login, and nothing is used up by opening it."""

import pytest
from django.conf import settings
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from plans.approval.workflow import send_to_consultation
from plans.consultation import workflow
from plans.consultation.models import NO_REMARKS, ConsultationReply
from plans.document.models import Plan, Section
from plans.partners.models import PartnerInvitation
from plans.partners.workflow import withdraw
from samarbejde.danish import date_text
from samarbejde.events.models import Event
from samarbejde.outbox.models import LINK, Message
from samarbejde.transitions import Refused, Stale
from tests.making import a_plan, an_edition, section
from tests.plans.comments.stages import write
from tests.plans.consultation import stages
from tests.plans.consultation.stages import being_heard, in_days
from tests.plans.partners.stages import HOUSING, SPORT, TRADE, draft_page, invited, link, renewed, reply_page
from tests.plans.pictures.making import figure, kept

pytestmark = pytest.mark.django_db

ANSWER = "Nævn beboerrådgiverne."


@pytest.fixture
def invitation(cast) -> PartnerInvitation:
    return invited(cast)


def standing() -> ConsultationReply:
    return ConsultationReply.objects.get()


def test_it_reads_the_text_as_it_was_sent(cast, invitation, client):
    Section.objects.update(body="<p>Kun til husets egne øjne.</p>")
    shown = client.get(draft_page(invitation)).text
    assert invitation.consultation.plan.title in shown
    assert stages.NOTE in shown
    assert date_text(invitation.consultation.answer_by) in shown.replace("\xa0", " ")
    assert "Kun til husets egne øjne." not in shown
    assert "<h1" in shown
    sent = invitation.consultation.plan.kept_versions.get().text.snapshot
    assert sent["sections"][0]["heading"] in shown


def test_it_is_told_what_is_new_since_last_year(cast, client):
    before = a_plan(cast.kredsraad(), 2026)
    section(before, "Natteliv", "<p>Gammelt.</p>")
    an_edition(before)
    plan = a_plan(cast.kredsraad())
    Plan.objects.filter(pk=plan.pk).update(previous=before)
    section(plan, "Skoleveje", "<p>Nyt.</p>")
    send_to_consultation(Plan.objects.get(pk=plan.pk), answer_by=in_days(14), by=cast.sekretariat)
    shown = client.get(draft_page(invited(cast, stages.latest(plan)))).text
    assert "Nyt siden 2026" in shown
    assert reverse("plan-news", args=[plan.pk]) not in shown


def test_it_sees_a_picture_of_the_draft_and_no_comments(cast, client):
    plan = a_plan(cast.kredsraad())
    picture = kept(plan, cast.sekretariat)
    place = section(plan, "Torvet", figure(picture))
    send_to_consultation(plan, answer_by=in_days(14), by=cast.sekretariat)
    write(place, cast.sekretariat, "Mellem os.")
    invitation = invited(cast, stages.latest(plan))
    address = reverse("partner-picture", args=[link(invitation).token, picture.name])
    page = client.get(draft_page(invitation)).text
    assert address in page
    assert "Mellem os." not in page
    assert client.get(address).status_code == 200
    assert client.get(reverse("partner-picture", args=["x" * 43, picture.name])).status_code == 404


@pytest.mark.parametrize("method", ["get", "head"])
def test_scanners_use_nothing_up(invitation, client, method):
    pages, before = (draft_page(invitation), reply_page(invitation)), dict(vars(renewed(invitation)))
    for _ in range(5):
        for page in pages:
            with CaptureQueriesContext(connection) as asked:
                assert getattr(client, method)(page).status_code == 200
            assert not [one for one in asked if not one["sql"].startswith("SELECT")]
    after = dict(vars(renewed(invitation)))
    for state in (before, after):
        state.pop("_state")
        state.pop("_prefetched_objects_cache", None)
        state.pop("consultation", None)
    assert {k: v for k, v in after.items() if not k.startswith("_")} == {
        k: v for k, v in before.items() if not k.startswith("_")
    }
    assert not ConsultationReply.objects.exists()
    assert link(invitation).used_at is None
    client.post(reply_page(invitation), {"text": ANSWER, "version": 0})
    assert standing().text == ANSWER


def test_its_pages_need_no_session_and_are_kept_by_nobody(invitation):
    browser = Client(enforce_csrf_checks=True)
    for page in (draft_page(invitation), reply_page(invitation), reverse("partner-draft", args=["x" * 43])):
        answer = browser.get(page)
        assert not answer.cookies
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "same-origin"
        assert "noindex" in answer["X-Robots-Tag"]
        assert '<meta name="robots" content="noindex, nofollow">' in answer.text
    answer = browser.post(reply_page(invitation), {"text": ANSWER, "version": 0})
    assert answer.status_code == 302
    assert not answer.cookies
    assert standing().text == ANSWER


def test_whoever_is_logged_in_is_not_mixed_up_with_the_partner(cast, invitation, as_user):
    client = as_user(cast.sekretariat)
    assert cast.sekretariat.name not in client.get(draft_page(invitation)).text
    client.post(reply_page(invitation), {"text": ANSWER, "version": 0})
    assert (standing().written_by, standing().partner) == (None, invitation.partner)


def test_it_writes_a_draft_sends_it_and_corrects_it(cast, invitation, client):
    page = reply_page(invitation)
    client.post(page, {"text": "Først en kladde.", "version": 0, "draft": "1"})
    assert not ConsultationReply.objects.exists()
    assert not Message.objects.filter(to=cast.sekretariat, subject__contains="har skrevet").exists()
    shown = client.get(page).text
    assert "Først en kladde." in shown
    assert "gemt, men ikke sendt" in shown
    assert "kladde, som ikke er sendt" in client.get(draft_page(invitation)).text
    client.post(page, {"text": ANSWER, "version": 1})
    assert (standing().text, standing().partner, standing().written_by) == (ANSWER, invitation.partner, None)
    assert renewed(invitation).draft == ""
    assert "Svaret er sendt" in client.get(page).text
    client.post(page, {"text": f"{ANSWER} Også om natten.", "version": 2})
    assert standing().text == f"{ANSWER} Også om natten."
    assert [one.text for one in standing().history.order_by("pk")] == [ANSWER, f"{ANSWER} Også om natten."]
    receipts = Message.objects.filter(to=None, subject__startswith="Kvittering").order_by("pk")
    assert [ANSWER in one.body and LINK in one.body for one in receipts] == [True, True]
    assert (
        Message.objects.filter(to=cast.sekretariat, subject__startswith=f"{HOUSING} har skrevet").count() == 1
    )
    events = Event.objects.filter(verb="consultation.replied")
    assert {(one.actor, one.actor_name, one.text) for one in events} == {
        (None, HOUSING, f"{HOUSING} skrev en bemærkning til udkastet")
    }


@pytest.mark.parametrize("where", [draft_page, reply_page])
def test_no_remarks_in_one_click(invitation, client, where):
    shown = client.get(where(invitation)).text
    assert "Vi har ingen bemærkninger" in shown
    client.post(reply_page(invitation), {"version": 0, "none": "1"})
    assert standing().text == NO_REMARKS
    assert not standing().has_remarks


def test_sent_twice_is_sent_once(invitation, client):
    for _ in range(2):
        client.post(reply_page(invitation), {"text": ANSWER, "version": 0})
    assert standing().version == 1
    assert Message.objects.filter(subject__startswith="Kvittering").count() == 1


def test_a_draft_is_gone_when_the_partner_goes_back_to_what_it_sent(invitation, client):
    page = reply_page(invitation)
    client.post(page, {"text": ANSWER, "version": 0})
    client.post(page, {"text": "Forkastet.", "version": 1, "draft": "1"})
    overtaken = client.post(page, {"text": ANSWER, "version": 1})
    assert overtaken.status_code == 409
    assert "Forkastet." in overtaken.text
    assert renewed(invitation).draft == "Forkastet."
    client.post(page, {"text": ANSWER, "version": 2})
    assert (renewed(invitation).draft, standing().text, standing().version) == ("", ANSWER, 1)
    shown = client.get(page)
    assert shown.context["form"]["text"].value() == ANSWER
    assert "Forkastet." not in shown.text


@pytest.mark.parametrize("typed", ["", "Om 010190-1234."])
def test_what_cannot_be_sent_comes_back_as_typed(invitation, client, typed):
    answer = client.post(reply_page(invitation), {"text": typed, "version": 0})
    assert answer.status_code == 422
    assert typed in answer.text
    assert not ConsultationReply.objects.exists()
    with pytest.raises(Refused):
        workflow.answer_as_partner(invitation, typed, version=0)


def test_a_personal_number_is_kept_in_no_draft(invitation, client):
    answer = client.post(reply_page(invitation), {"text": "Om 010190-1234.", "version": 0, "draft": "1"})
    assert answer.status_code == 422
    with pytest.raises(Refused, match="CPR"):
        workflow.save_draft(invitation, "Om 010190-1234.", version=0)
    assert renewed(invitation).draft == ""


@pytest.mark.parametrize("button", [{}, {"draft": "1"}])
def test_of_two_windows_neither_overwrites_the_other_unseen(invitation, client, button):
    page = reply_page(invitation)
    client.post(page, {"text": "Fra kontoret.", "version": 0} | button)
    answer = client.post(page, {"text": "Fra telefonen.", "version": 0} | button)
    assert answer.status_code == 409
    assert "gemt i et andet vindue" in answer.text
    assert "Det, der står nu" in answer.text
    assert "Fra telefonen." in answer.text
    assert 'name="version" value="1"' in answer.text
    assert not answer.cookies
    client.post(page, {"text": "Fra begge.", "version": 1})
    assert standing().text == "Fra begge."
    with pytest.raises(Stale):
        workflow.save_draft(invitation, "Sent.", version=1)


def test_the_board_and_the_note_have_partners(cast, as_user):
    consultation = being_heard(cast)
    written, _silent = invited(cast, consultation), invited(cast, consultation, TRADE)
    workflow.answer_as_partner(written, ANSWER, version=0)
    secretary = as_user(cast.sekretariat)
    board = secretary.get(reverse("consultation-replies", args=[consultation.plan_id])).text
    answered, silent = board.split('id="silent"')
    assert ANSWER in answered
    assert HOUSING in answered
    assert TRADE in silent
    secretary.post(
        reverse("answer-reply", args=[consultation.plan_id, standing().pk]),
        {"outcome": "partly", "text": "De er nævnt ét sted.", "version": 0},
    )
    note = secretary.get(reverse("consultation-note", args=[consultation.plan_id])).text
    for words in (HOUSING, ANSWER, "De er nævnt ét sted.", TRADE):
        assert words in note
    withdraw(written, "Nævnt ved en fejl.", by=cast.sekretariat)
    assert ANSWER in secretary.get(reverse("consultation-note", args=[consultation.plan_id])).text


def test_the_database_holds_whose_a_reply_is(cast, invitation):
    reply = workflow.answer_as_partner(invitation, ANSWER, version=0)
    with pytest.raises(IntegrityError, match="a_reply_is_a_councils_or_a_partners"):
        ConsultationReply.objects.filter(pk=reply.pk).update(written_by=cast.sekretariat)


def test_as_many_queries_for_three_partners_as_for_one(cast, as_user, client):
    consultation, secretary = being_heard(cast), as_user(cast.sekretariat)
    first = invited(cast, consultation)
    pages = (
        (secretary, reverse("consultation-replies", args=[consultation.plan_id])),
        (secretary, reverse("consultation-note", args=[consultation.plan_id])),
        (client, draft_page(first)),
        (client, reply_page(first)),
    )
    counts = []
    for names in ([], [TRADE, SPORT]):
        for one in [first, *(invited(cast, consultation, name) for name in names)]:
            workflow.answer_as_partner(one, ANSWER, version=renewed(one).version)
        counts.append([_queries(reader, page) for reader, page in pages])
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 12


def _queries(reader: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert reader.get(page).status_code == 200
    return len(asked)


def test_no_row_holds_the_session_of_a_partner(invitation, client):
    client.get(draft_page(invitation))
    assert settings.SESSION_COOKIE_NAME not in client.cookies
    assert link(invitation).expires_at > timezone.now()
