"""The høringsnotat: who was heard, what they said, and what came of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.consultation import workflow
from plans.consultation.bodies import body_of
from plans.consultation.models import NO_REMARKS
from plans.consultation_note.note import note
from samarbejde.text.rich_text import plain_text
from tests.plans.consultation import stages
from tests.plans.consultation.stages import being_heard, reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(cast):
    """Herning has a remark that is partly followed, Skive's mayor none, the others are silent."""
    consultation = being_heard(cast)
    told = reply(consultation, cast.formand_herning, "Nævn skolerne & klubberne.")
    workflow.answer(told, "partly", "Skolerne er nævnt.", version=0, by=cast.sekretariat)
    workflow.reply(
        consultation,
        body_of(stages.seat(cast.borgmester("Skive"))),
        NO_REMARKS,
        version=0,
        by=cast.borgmester("Skive"),
    )
    return consultation


def test_it_says_who_was_heard_what_they_said_and_what_came_of_it(heard):
    chapters = {one["heading"]: plain_text(one["body"]) for one in note(heard)["sections"]}
    assert list(chapters) == ["Høringen", "Borgmesteren i Skive", "Lokalrådet i Herning"]
    told = chapters["Høringen"]
    assert "Skrev bemærkninger: Lokalrådet i Herning.\n" in told
    assert "Havde ingen bemærkninger: Borgmesteren i Skive." in told
    said = "Nævn skolerne & klubberne.\nSekretariatet: følges delvist.\nSkolerne er nævnt."
    assert chapters["Lokalrådet i Herning"] == said


def test_the_kredsraad_reads_it_on_the_web_and_as_a_pdf(cast, as_user, heard):
    mayor = as_user(cast.borgmester("Skive"))
    page = mayor.get(reverse("consultation-note", args=[heard.plan_id])).text
    assert "Nævn skolerne &amp; klubberne." in page
    pdf = mayor.get(reverse("consultation-note-pdf", args=[heard.plan_id]))
    assert pdf.content.startswith(b"%PDF-1.7")
    assert pdf["Content-Disposition"] == f'inline; filename="hoeringsnotat-{heard.plan.year}.pdf"'


def test_it_costs_the_same_for_one_and_for_three(cast, heard):
    def questions() -> int:
        consultation = stages.latest(heard.plan)
        with CaptureQueriesContext(connection) as asked:
            note(consultation)
        return len(asked)

    before = questions()
    reply(heard, cast.formand_viborg, "Nævn idrætten.")
    reply(heard, cast.direktoer, "Godt.")
    assert questions() == before
