"""A draft that is sent back: suggestions, comments and the body's reply. The plan's text is left alone."""

import pytest
from django.utils import timezone

from plans.approval.models import Consultation
from plans.comments.models import Channel
from plans.consultation.models import ConsultationReply
from plans.returned_drafts import workflow
from plans.returned_drafts.models import ReturnedDraft
from plans.suggestions.models import SuggestionState
from plans.suggestions.workflow import accept
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.plans.returned_drafts import stages
from tests.plans.returned_drafts.stages import BODY
from tests.plans.returned_drafts.word_edits import CLERK, MAYOR

pytestmark = pytest.mark.django_db
TEXT = "Se vores rettelser."


@pytest.fixture
def heard(cast):
    return stages.heard(cast)


@pytest.fixture
def draft(heard, cast):
    word = heard.in_word()
    word.replace("Kommunerne", "hver måned", "hvert kvartal")
    word.comment("Ét møde", "møde", "Hvor?", by=CLERK)
    word.replace(heard.plan.title, heard.plan.title, "Vores plan")
    return heard.returned(word, cast.formand_herning)


def test_each_change_is_a_suggestion_at_its_section(heard, draft, cast):
    workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    [suggestion] = heard.plan.suggestions.all()
    assert suggestion.body == BODY.replace("hver måned", "hvert kvartal")
    assert (suggestion.lineage, suggestion.by) == (heard.section.lineage, cast.formand_herning)
    assert suggestion.reason == f"{MAYOR} i Word-filen »Udkast med rettelser.docx« fra Lokalrådet i Herning"
    assert suggestion.state == SuggestionState.WAITING
    heard.section.refresh_from_db()
    assert heard.section.body == BODY
    assert [one.suggestion for one in draft.remarks.all() if one.is_change] == [suggestion]


def test_each_comment_is_on_its_words_for_all_who_are_heard(heard, draft, cast):
    workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    [comment] = heard.plan.comments.all()
    assert (comment.exact, comment.channel, comment.by) == ("møde", Channel.SHARED, cast.formand_herning)
    assert (
        comment.text == f"Hvor?\n\n{CLERK} i Word-filen »Udkast med rettelser.docx« fra Lokalrådet i Herning"
    )
    assert comment.prefix.endswith("hver måned. Ét ")


def test_what_has_no_section_becomes_neither_and_stays(heard, draft, cast):
    workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    [remark] = draft.remarks.filter(lineage=None)
    assert (remark.suggestion, remark.comment) == (None, None)
    assert "Vores plan" in remark.said


def test_it_is_a_part_of_the_bodys_reply(draft, cast):
    written = workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    draft.refresh_from_db()
    assert (draft.reply, written.text, written.written_by) == (written, TEXT, cast.formand_herning)
    assert draft.sent_at


def test_it_is_sent_once(draft, cast, heard):
    workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    with pytest.raises(Refused, match="allerede sendt"):
        workflow.send_draft(draft, "Igen.", version=1, by=cast.formand_herning)
    assert heard.plan.suggestions.count() == 1


def test_the_same_file_again_makes_nothing_twice(heard, draft, cast):
    workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    word = heard.in_word()
    word.replace("Kommunerne", "hver måned", "hvert kvartal")
    word.comment("Ét møde", "møde", "Hvor?", by=CLERK)
    again = heard.returned(word, cast.formand_herning)
    workflow.send_draft(again, TEXT, version=1, by=cast.formand_herning)
    assert (heard.plan.suggestions.count(), heard.plan.comments.count()) == (1, 1)


def test_a_section_that_has_moved_on_keeps_both(heard, draft, cast):
    workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    [suggestion] = heard.plan.suggestions.all()
    moved = heard.save(BODY.replace("Slut.", "Slut nu."), cast.sekretariat)
    texts = {
        "heading": moved.heading,
        "body": moved.body.replace("hver måned", "hvert kvartal"),
        "closing": "",
    }
    saved = accept(suggestion, texts, version=moved.version, by=cast.sekretariat)
    assert saved.body == BODY.replace("hver måned", "hvert kvartal").replace("Slut.", "Slut nu.")


def test_a_section_that_is_deleted_before_it_is_sent_gets_nothing(heard, draft, cast):
    heard.section.delete()
    workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    assert not heard.plan.suggestions.exists()
    assert draft.remarks.count() == 3


def test_the_secretariat_sends_what_came_by_e_mail(heard, cast):
    word = heard.in_word()
    word.replace("Slut", "Slut", "Til sidst")
    body = stages.body(cast.borgmester("Herning"))
    draft = workflow.upload_draft(heard.consultation, body, "svar.docx", word.bytes(), by=cast.sekretariat)
    workflow.send_draft(draft, TEXT, version=0, by=cast.sekretariat)
    reply = ConsultationReply.objects.get()
    assert (reply.municipality.name, reply.written_by) == ("Herning", cast.sekretariat)
    [suggestion] = heard.plan.suggestions.all()
    assert suggestion.reason.endswith("fra Borgmesteren i Herning")


def test_what_is_sent_is_not_deleted(draft, cast):
    workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    with pytest.raises(Refused, match="kan ikke slettes"):
        workflow.delete_draft(draft, by=cast.formand_herning)


def test_what_is_not_sent_goes_with_its_file(draft, cast):
    workflow.delete_draft(draft, by=cast.formand_herning)
    assert not type(draft).objects.exists()
    assert Event.objects.filter(verb="draft.deleted", actor=cast.formand_herning).count() == 1


def test_what_was_read_in_an_earlier_consultation_is_not_sent(heard, draft, cast):
    Consultation.objects.create(plan=heard.plan, sent_by=cast.sekretariat, sent_at=timezone.now())
    with pytest.raises(Refused, match="sendt i høring igen"):
        workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    assert not heard.plan.suggestions.exists()


def test_a_file_is_not_read_in_vain(heard, cast):
    """A chair may suggest nothing while the meeting's corrections are written in; the secretariat may."""
    word = heard.in_word()
    word.replace("Slut", "Slut", "Til sidst")
    type(heard.plan).objects.filter(pk=heard.plan.pk).update(state="correcting")
    heard.plan.refresh_from_db()
    with pytest.raises(Refused, match="kan ikke foreslås ændringer nu"):
        heard.returned(word, cast.formand_herning)
    assert not ReturnedDraft.objects.exists()
    body = stages.body(cast.formand_herning)
    workflow.upload_draft(heard.consultation, body, "svar.docx", word.bytes(), by=cast.sekretariat)
    assert ReturnedDraft.objects.exists()


def test_nothing_comes_in_once_the_plan_lies_fast(heard, draft, cast):
    type(heard.plan).objects.filter(pk=heard.plan.pk).update(state="signing")
    with pytest.raises(Refused, match="kan ikke foreslås ændringer nu"):
        workflow.send_draft(draft, TEXT, version=0, by=cast.formand_herning)
    assert not ConsultationReply.objects.exists()
