"""One text per body, changed until the deadline; what comes late is kept beside it, and told."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.consultation import workflow
from plans.consultation.models import ConsultationReply
from plans.consultation_note.note import note
from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.danish import date_text
from samarbejde.deadlines import end_of
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.text.rich_text import plain_text
from samarbejde.transitions import Refused, Stale
from tests.plans.approval.stages import leave
from tests.plans.consultation import stages
from tests.plans.consultation.stages import being_heard, page, reply

BODIES = {
    "direktoer": ("Politidirektøren", lambda cast: cast.direktoer),
    "borgmester": ("Borgmesteren i Skive", lambda cast: cast.borgmester("Skive")),
    "kontaktudvalg": ("Kontaktudvalget i Midt- og Vestjylland", lambda cast: cast.kontaktudvalg),
    "lokalråd": ("Lokalrådet i Herning", lambda cast: cast.formand_herning),
}


@pytest.mark.parametrize("body", BODIES)
def test_each_body_reads_the_request_and_writes_one_text(cast, as_user, body):
    name, who = BODIES[body]
    person = who(cast)
    assert cast.formand_viborg
    consultation = being_heard(cast)
    client = as_user(person)
    day = date_text(consultation.answer_by)
    draft = reverse("plan-text", args=[consultation.plan_id])
    for address in (draft, page(consultation, person), reverse("desk")):
        shown = client.get(address).text.replace("\xa0", " ")
        assert day in shown
        assert stages.NOTE in shown
    assert page(consultation, person) in client.get(draft).text
    letter = Message.objects.get(to=person)
    assert day in letter.body
    assert stages.NOTE in letter.body
    assert letter.reply_to == cast.sekretariat.email
    texts = ["Nævn skolerne.", "Nævn skolerne og klubberne.", "Nævn skolerne og klubberne."]
    for version, text in enumerate(texts):
        client.post(page(consultation, person), {"text": text, "version": version})
    standing = ConsultationReply.objects.get()
    assert (standing.text, standing.late_text, standing.written_by) == (
        "Nævn skolerne og klubberne.",
        "",
        person,
    )
    assert [record.text for record in standing.history.order_by("pk")] == [
        "Nævn skolerne.",
        "Nævn skolerne og klubberne.",
    ]
    assert "Nævn skolerne og klubberne." in client.get(page(consultation, person)).text
    assert "Læs udkastet til" not in client.get(reverse("desk")).text
    [told] = Message.objects.filter(to=cast.sekretariat)
    assert f"{name} har skrevet" in told.subject
    assert Event.objects.filter(verb="consultation.replied", internal=True).count() == 2
    read = as_user(cast.sekretariat).get(reverse("consultation-replies", args=[consultation.plan_id])).text
    written, silent = read.split('id="silent"')
    assert name in written
    assert name not in silent


def test_the_secretariat_sees_who_wrote_and_who_is_silent(cast, as_user):
    assert [cast.direktoer, cast.kontaktudvalg, cast.formand_viborg, cast.stedfortraeder("Viborg")]
    assert cast.edge_roles["formand i en anden kreds"]
    leave(cast.formand("Lemvig"))
    consultation = being_heard(cast)
    reply(consultation, cast.formand_herning, "Nævn skolerne.")
    reply(consultation, cast.borgmester("Skive"), "Kapitel 2 er godt.")
    reply(consultation, cast.borgmester("Viborg"), "Kapitel 3 mangler.")
    leave(cast.borgmester("Viborg"))
    address = reverse("consultation-replies", args=[consultation.plan_id])
    read = as_user(cast.sekretariat).get(address).text
    written, silent = read.split('id="silent"')
    assert written.index("Borgmesteren i Skive") < written.index("Lokalrådet i Herning")
    assert "Nævn skolerne." in written
    assert "Kapitel 3 mangler." in written
    assert "3 har skrevet, 3 har ikke." in written
    for name in ("Politidirektøren", "Kontaktudvalget", "Lokalrådet i Viborg"):
        assert name in silent
    assert "Odense" not in read
    assert "Lemvig" not in read
    overview = as_user(cast.sekretariat).get(reverse("plan", args=[consultation.plan_id])).text
    assert address in overview
    assert "3 har skrevet" in overview


def test_it_is_said_when_nobody_has_written_and_when_all_have(cast, as_user):
    chair = cast.formand_herning
    consultation = being_heard(cast)
    client = as_user(cast.sekretariat)
    address = reverse("consultation-replies", args=[consultation.plan_id])
    assert "Ingen har skrevet, 1 har ikke." in client.get(address).text
    reply(consultation, chair, "Nævn skolerne.")
    assert "Alle har skrevet." in client.get(address).text


def test_the_last_day_is_open_to_its_end_and_what_comes_later_stands_beside(cast, as_user):
    consultation, chair = being_heard(cast), cast.formand_herning
    last = end_of(consultation.answer_by)
    with time_machine.travel(last + timedelta(seconds=59), tick=False):
        reply(consultation, chair, "I tide.")
    standing = ConsultationReply.objects.get()
    assert (standing.text, standing.late_text) == ("I tide.", "")
    Message.objects.all().delete()
    with time_machine.travel(last + timedelta(seconds=60), tick=False):
        client = as_user(chair)
        assert "Fristen var" in client.get(page(consultation, chair)).text
        typed = {"text": "Nu også for sent.", "version": 1}
        answer = client.post(page(consultation, chair), typed, follow=True)
        assert "den kom efter fristen" in answer.text
        assert "Nu også for sent." in answer.text
    standing.refresh_from_db()
    assert (standing.text, standing.late_text) == ("I tide.", "Nu også for sent.")
    assert "efter fristen" in Message.objects.get(to=cast.sekretariat).subject
    events = Event.objects.filter(verb="consultation.replied").order_by("pk")
    assert [event.text.endswith("efter fristen") for event in events] == [False, True]
    address = reverse("consultation-replies", args=[consultation.plan_id])
    read = as_user(cast.sekretariat).get(address).text
    assert read.index("I tide.") < read.index("Skrevet efter fristen") < read.index("Nu også for sent.")


@pytest.mark.parametrize("newest", ["I tide igen.", "For sent."])
def test_what_is_written_when_it_is_open_again_counts_and_nothing_late_hides_it(cast, as_user, newest):
    consultation, chair = being_heard(cast), cast.formand_herning
    reply(consultation, chair, "I tide.")
    with time_machine.travel(end_of(consultation.answer_by) + timedelta(hours=1), tick=False):
        reply(consultation, chair, "For sent.", version=1)
        later = consultation.answer_by + timedelta(days=20)
        workflow.extend_deadline(consultation, later, reason="", by=cast.sekretariat)
        client = as_user(chair)
        answer = client.post(page(consultation, chair), {"text": newest, "version": 2}, follow=True)
        assert "Bemærkningen er sendt til sekretariatet." in answer.text
        assert answer.context["form"]["text"].value() == newest
        client.post(page(consultation, chair), {"text": newest, "version": 2})
    standing = ConsultationReply.objects.get()
    assert (standing.text, standing.late_text, standing.late_at) == (newest, "", None)
    assert standing.newest == newest
    assert standing.version == standing.history.count() == 3
    assert [one.late_text for one in standing.history.order_by("pk")] == ["", "For sent.", ""]
    said = " ".join(plain_text(one["body"]) for one in note(stages.latest(consultation.plan))["sections"])
    assert newest in said
    assert "efter fristen" not in said


def test_when_the_plan_has_gone_on_a_remark_is_late(cast, as_user):
    consultation, chair = being_heard(cast), cast.formand_herning
    Plan.objects.update(state=PlanState.DISCUSSED)
    client, address = as_user(chair), page(consultation, chair)
    assert "Høringen er slut." in client.get(address).text
    answer = client.post(address, {"text": "Husk os.", "version": 0}, follow=True)
    assert "Bemærkningen er gemt, men høringen er slut." in answer.text
    assert "Fristen var" not in answer.text
    written = ConsultationReply.objects.get()
    assert (written.text, written.late_text) == ("", "Husk os.")


def test_the_day_that_was_told_stands_though_the_draft_is_written_on_before_it(cast, as_user):
    consultation, chair = being_heard(cast), cast.formand_herning
    Plan.objects.update(state=PlanState.DRAFT)
    client, address = as_user(chair), page(consultation, chair)
    assert f"til og med {date_text(consultation.answer_by)}" in client.get(address).text.replace("\xa0", " ")
    client.post(address, {"text": "Husk os.", "version": 0})
    assert ConsultationReply.objects.get().text == "Husk os."
    replies = reverse("consultation-replies", args=[consultation.plan_id])
    assert "Fristen er" in as_user(cast.sekretariat).get(replies).text
    with time_machine.travel(end_of(consultation.answer_by) + timedelta(minutes=1), tick=False):
        written = reply(stages.latest(consultation.plan), chair, "Og dem.", version=1)
    assert (written.text, written.late_text) == ("Husk os.", "Og dem.")


def test_where_no_day_was_told_a_draft_that_is_written_on_takes_remarks_as_late(cast):
    consultation = being_heard(cast, days=None)
    Plan.objects.update(state=PlanState.DRAFT)
    written = reply(stages.latest(consultation.plan), cast.formand_herning, "Husk os.")
    assert (written.text, written.late_text) == ("", "Husk os.")


def test_a_seat_that_speaks_for_nobody_writes_nothing(cast, as_user):
    consultation, member = being_heard(cast), cast.medlem_herning
    client = as_user(member)
    assert client.get(page(consultation, member)).status_code == 403
    assert client.post(page(consultation, member), {"text": "Husk os.", "version": 0}).status_code == 403
    assert not ConsultationReply.objects.exists()


def test_nobodys_seat_and_a_plan_that_was_never_heard_have_no_page(cast, as_user):
    consultation, chair = being_heard(cast), cast.formand_herning
    client, secretariat = as_user(chair), as_user(cast.sekretariat)
    assert client.get(reverse("write-reply", args=[consultation.plan_id, 0])).status_code == 404
    consultation.delete()
    assert client.get(page(consultation, chair)).status_code == 404
    replies = reverse("consultation-replies", args=[consultation.plan_id])
    assert secretariat.get(replies).status_code == 404


def test_a_page_from_the_first_consultation_is_told_of_the_second(cast, as_user):
    first, chair = being_heard(cast), cast.formand_herning
    reply(first, chair, "Til det første udkast.")
    Plan.objects.update(state=PlanState.DRAFT)
    stages.send_to_consultation(Plan.objects.get(), answer_by=stages.in_days(30), by=cast.sekretariat)
    client, address = as_user(chair), page(first, chair)
    answer = client.post(address, {"text": "Skrevet videre.", "version": 1})
    assert answer.status_code == 409
    assert "sendt i høring igen, siden du åbnede siden" in answer.text
    assert "En anden har gemt" not in answer.text
    assert "Det, der er gemt" not in answer.text
    assert "Skrevet videre." in answer.text
    assert 'name="version" value="0"' in answer.text
    client.post(address, {"text": "Skrevet videre.", "version": 0})
    assert [r.text for r in ConsultationReply.objects.order_by("pk")] == [
        "Til det første udkast.",
        "Skrevet videre.",
    ]


def test_a_public_plan_takes_none_and_the_text_stays_on_the_page(cast, as_user):
    consultation, chair = being_heard(cast), cast.formand_herning
    Plan.objects.update(state=PlanState.PUBLISHED)
    typed = {"text": "Husk os.", "version": 0}
    answer = as_user(chair).post(page(consultation, chair), typed)
    assert answer.status_code == 409
    assert "Planen er offentliggjort" in answer.text
    assert "Husk os." in answer.text
    assert not ConsultationReply.objects.exists()


def test_two_of_one_body_see_each_others_text(cast, as_user):
    consultation = being_heard(cast, days=None)
    reply(consultation, cast.naestformand_herning, "Fra næstformanden.")
    chair = cast.formand_herning
    with pytest.raises(Stale):
        reply(consultation, chair, "Fra formanden.")
    client = as_user(chair)
    answer = client.post(page(consultation, chair), {"text": "Fra formanden.", "version": 0})
    assert answer.status_code == 409
    assert "Fra næstformanden." in answer.text
    assert "Fra formanden." in answer.text
    assert 'name="version" value="1"' in answer.text
    client.post(page(consultation, chair), {"text": "Fra formanden.", "version": 1})
    assert ConsultationReply.objects.get().text == "Fra formanden."


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_remark_is_refused(cast, as_user, text):
    consultation, chair = being_heard(cast), cast.formand_herning
    answer = as_user(chair).post(page(consultation, chair), {"text": text, "version": 0})
    assert answer.status_code == 422
    with pytest.raises(Refused):
        reply(consultation, chair, "")
    assert not ConsultationReply.objects.exists()


def test_a_second_consultation_asks_anew(cast, as_user):
    first = being_heard(cast)
    reply(first, cast.formand_herning, "Til det første udkast.")
    Plan.objects.update(state=PlanState.DRAFT)
    stages.send_to_consultation(Plan.objects.get(), answer_by=stages.in_days(30), by=cast.sekretariat)
    second = stages.latest(first.plan)
    assert second != first
    client = as_user(cast.formand_herning)
    assert "Til det første udkast." not in client.get(page(second, cast.formand_herning)).text
    replies = reverse("consultation-replies", args=[first.plan_id])
    assert "Til det første udkast." not in as_user(cast.sekretariat).get(replies).text
    assert "Læs udkastet til" in client.get(reverse("desk")).text
    reply(second, cast.formand_herning, "Til det andet.")
    assert [r.text for r in ConsultationReply.objects.order_by("pk")] == [
        "Til det første udkast.",
        "Til det andet.",
    ]


def test_the_remarks_cost_the_same_for_one_and_for_three(cast, as_user, django_assert_num_queries):
    consultation = being_heard(cast)
    client = as_user(cast.sekretariat)
    address = reverse("consultation-replies", args=[consultation.plan_id])
    reply(consultation, cast.formand_herning, "En.")
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for person in (cast.formand_viborg, cast.borgmester("Skive")):
        reply(consultation, person, "Flere.")
    with django_assert_num_queries(len(one)):
        client.get(address)
    assert len(one) <= 12
