"""A chair sends the file, sees what is in it, and sends it on; the secretariat finds it in the reply."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.consultation.models import ConsultationReply
from plans.returned_drafts.models import ReturnedDraft
from plans.returned_drafts.workflow import NOT_WORD
from tests.plans.consultation.stages import page as reply_page
from tests.plans.returned_drafts import stages
from tests.plans.returned_drafts.word_edits import MAYOR

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(cast):
    return stages.heard(cast)


@pytest.fixture
def chair(as_user, cast):
    return as_user(cast.formand_herning)


@pytest.fixture
def word(heard):
    word = heard.in_word()
    word.replace("Kommunerne", "hver måned", "hvert kvartal")
    word.comment("Slut", "Slut", "Hvad med havnen?")
    word.replace(heard.plan.title, heard.plan.title, "Vores plan")
    return word


def send(client, heard, content: bytes, **typed: str):
    file = SimpleUploadedFile("svar.docx", content)
    address = reverse("return-draft", args=[heard.plan.pk])
    [body] = {form.initial for form in [client.get(address).context["form"]["body"]]}
    return client.post(address, {"body": body, "document": file, **typed}, follow=True)


def test_the_file_is_read_and_shown_before_it_is_sent(chair, heard, word):
    page = send(chair, heard, word.bytes())
    shown = page.content.decode()
    assert "</span>hver måned<span" in shown
    assert "</span> hvert kvartal<span" in shown
    assert "Hvad med havnen?" in shown
    assert "Uden plads i planen" in shown
    assert MAYOR in shown
    assert not heard.plan.suggestions.exists()
    assert not ConsultationReply.objects.exists()


def test_it_is_sent_and_found_in_the_reply(chair, heard, word, as_user, cast):
    page = send(chair, heard, word.bytes())
    draft = ReturnedDraft.objects.get()
    done = chair.post(page.redirect_chain[-1][0], {"text": "Se filen.", "version": 0}, follow=True)
    assert "Udkastet er sendt tilbage fra Lokalrådet i Herning." in done.content.decode()
    assert (
        reverse("suggestion", args=[heard.plan.pk, heard.plan.suggestions.get().pk]) in done.content.decode()
    )
    link = reverse("returned-draft", args=[heard.plan.pk, draft.pk])
    secretariat = as_user(cast.sekretariat)
    for address in (
        reverse("consultation-replies", args=[heard.plan.pk]),
        reverse("answer-reply", args=[heard.plan.pk, ConsultationReply.objects.get().pk]),
    ):
        assert link in secretariat.get(address).content.decode()
    assert link in chair.get(reply_page(heard.consultation, cast.formand_herning)).content.decode()
    assert "Send til sekretariatet" not in done.content.decode()


def test_another_file_is_refused_beside_the_field(chair, heard):
    page = send(chair, heard, b"Kaere sekretariat")
    assert page.status_code == 422
    assert NOT_WORD in page.content.decode()
    assert not ReturnedDraft.objects.exists()


def test_a_remark_that_was_written_meanwhile_is_shown_beside(chair, heard, word, cast):
    page = send(chair, heard, word.bytes())
    address = page.redirect_chain[-1][0]
    chair.post(reply_page(heard.consultation, cast.formand_herning), {"text": "Først dette.", "version": 0})
    answer = chair.post(address, {"text": "Se filen.", "version": 0})
    assert answer.status_code == 409
    assert "Først dette." in answer.content.decode()
    assert "Se filen." in answer.content.decode()
    assert not heard.plan.suggestions.exists()


def test_the_file_is_given_back_as_it_came(chair, heard, word):
    send(chair, heard, word.bytes())
    draft = ReturnedDraft.objects.get()
    answer = chair.get(reverse("returned-file", args=[heard.plan.pk, draft.pk]))
    assert answer.content == bytes(draft.file.content)


def test_a_file_that_is_not_sent_can_be_deleted(chair, heard, word):
    send(chair, heard, word.bytes())
    draft = ReturnedDraft.objects.get()
    chair.post(reverse("delete-returned-draft", args=[heard.plan.pk, draft.pk]))
    assert not ReturnedDraft.objects.exists()


def test_the_secretariat_says_who_answers(as_user, cast, heard, word):
    secretariat = as_user(cast.sekretariat)
    address = reverse("return-draft", args=[heard.plan.pk])
    form = secretariat.get(address).context["form"]
    names = [label for _, label in form.fields["body"].choices]
    assert "Borgmesteren i Herning" in names
    assert "Lokalrådet i Herning" in names
    file = SimpleUploadedFile("svar.docx", word.bytes())
    refused = secretariat.post(address, {"body": "", "document": file})
    assert "Vælg, hvem der svarer." in refused.content.decode()


def test_a_file_that_was_left_is_found_again_by_its_body(chair, heard, word, as_user, cast):
    send(chair, heard, word.bytes())
    address = reverse("return-draft", args=[heard.plan.pk])
    link = reverse("returned-draft", args=[heard.plan.pk, ReturnedDraft.objects.get().pk])
    assert link in chair.get(address).content.decode()
    assert link in as_user(cast.sekretariat).get(address).content.decode()
    assert link not in as_user(cast.borgmester("Herning")).get(address).content.decode()


def test_pages_ask_as_often_for_three_as_for_one(chair, heard, cast):
    asked = []
    for times in (1, 3):
        word = heard.in_word()
        for line in ("Kommunerne", "Slut", "To breve")[:times]:
            word.comment(line, line.split()[0], "Hvem?")
            word.replace(line, line.split()[0], "Alle", by=f"Fagchef {line}")
        for _ in range(times):
            send(chair, heard, word.bytes())
        chair.get("/")
        for address in ("return-draft", "returned-draft"):
            pk = [ReturnedDraft.objects.first().pk] if address == "returned-draft" else []
            with CaptureQueriesContext(connection) as queries:
                assert chair.get(reverse(address, args=[heard.plan.pk, *pk])).status_code == 200
            asked.append(len(queries))
    assert asked[:2] == asked[2:]


def test_one_who_may_not_suggest_now_is_told_so_before_choosing_a_file(chair, heard):
    type(heard.plan).objects.filter(pk=heard.plan.pk).update(state="discussed")
    page = chair.get(reverse("return-draft", args=[heard.plan.pk])).content.decode()
    assert "Høringen er slut" in page
    assert 'type="file"' not in page
