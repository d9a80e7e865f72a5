"""The kredsråd's paper of a quarter: duty by lokalråd, who is missing, on a page and as a PDF."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.duties.models import Duty
from plans.follow_up import workflow
from plans.follow_up.models import DutyAnswer
from plans.follow_up.paper import quarter_paper
from plans.publication.drafts import note_pdf
from plans.publication.pdf.checking import findings
from tests.making import an_edition
from tests.plans.follow_up import stages
from tests.plans.follow_up.stages import WORDS

pytestmark = pytest.mark.django_db


def body(text, chapter):
    return text["sections"][chapter]["body"]


def test_it_says_who_has_answered_what_and_who_is_missing(cast):
    answer = stages.submitted(cast)
    plan, quarter = answer.duty.plan, answer.duty.due_quarter
    written = replace(WORDS, progress="stopped", text="Ikke sendt endnu.")
    workflow.write_answer(answer.duty, answer.council, written, version=1, by=cast.formand_herning)
    text = quarter_paper(plan, quarter)
    assert '<th scope="row">Herning</th><td>i gang</td>' in body(text, 0)
    assert '<th scope="row">Viborg</th><td>mangler</td>' in body(text, 0)
    missing = body(text, 0).split("Hvem mangler")[1]
    assert "Viborg" in missing
    assert "Herning" not in missing
    assert WORDS.text in body(text, 1)
    assert "<li>Møder med skolerne: 4</li>" in body(text, 1)
    assert "Ikke sendt endnu." not in str(text)


def test_a_quarter_that_asks_for_nothing_says_so(cast):
    plan = stages.published(cast)
    other = plan.duties.get().due_quarter % 4 + 1
    text = quarter_paper(plan, other)
    assert "beder ikke om noget" in body(text, 0)
    assert len(text["sections"]) == 1


def test_what_was_typed_is_shown_as_it_was_typed(cast):
    answer = stages.submitted(cast)
    plan, quarter = answer.duty.plan, answer.duty.due_quarter
    DutyAnswer.objects.update(text="<script>alert(1)</script>")
    answer.refresh_from_db()
    workflow.submit_answer(answer, by=cast.formand_herning)
    assert "&lt;script&gt;" in body(quarter_paper(plan, quarter), 1)


def test_the_kredsraad_finds_it_from_the_plans_duties(cast, as_user):
    plan = stages.published(cast)
    way = reverse("meeting-paper", args=[plan.pk, 2])
    assert way in as_user(cast.direktoer).get(reverse("duties", args=[plan.pk])).text
    assert way not in as_user(cast.formand_herning).get(reverse("duties", args=[plan.pk])).text


def test_an_unknown_quarter_is_not_found(cast, as_user):
    plan = stages.published(cast)
    for name in ("meeting-paper", "meeting-paper-pdf"):
        assert as_user(cast.direktoer).get(reverse(name, args=[plan.pk, 5])).status_code == 404


def test_the_pdf_keeps_every_rule(cast):
    answer = stages.submitted(cast)
    pdf = note_pdf(quarter_paper(answer.duty.plan, answer.duty.due_quarter))
    assert pdf.startswith(b"%PDF-")
    assert findings(pdf) == []


def test_one_duty_and_three(cast, as_user):
    plan = stages.published(cast, number=3)
    stages.submitted(cast, plan)
    duty, client = plan.duties.first(), as_user(cast.direktoer)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            at = reverse("meeting-paper", args=[plan.pk, duty.due_quarter])
            assert client.get(at).status_code == 200
        return len(captured)

    cost()
    three = cost()
    plan.duties.exclude(pk=duty.pk).delete()
    assert cost() == three <= 12


def test_what_is_due_in_that_quarter_of_another_year_is_in_no_paper_of_this(cast):
    plan = stages.published(cast, wording="Fortæl i år.")
    due = plan.duties.get()
    Duty.objects.create(
        plan=plan,
        wording="Fortæl næste år.",
        addressee="all_local",
        due_year=due.due_year + 1,
        due_quarter=due.due_quarter,
    )
    an_edition(plan)
    told = str(quarter_paper(plan, due.due_quarter))
    assert "Fortæl i år" in told
    assert "Fortæl næste år" not in told
