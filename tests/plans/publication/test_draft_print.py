"""A PDF of the whole draft is ordered, made by the worker, and there when it is ready."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plans.document.models import Section
from plans.publication import workflow
from plans.publication.models import LATE_AFTER, DraftPrint, DraftState
from plans.publication.workflow import drafting
from samarbejde.transitions import Refused
from samarbejde.workers.queues import PDF
from samarbejde.workers.running import Loop
from tests.making import a_plan, section

pytestmark = pytest.mark.django_db
LATE = "PDF'en er forsinket"


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


@pytest.fixture
def page(plan) -> str:
    return reverse("draft-print", args=[plan.pk])


def change(plan) -> None:
    Section.objects.filter(plan=plan, heading="Trivsel for unge").update(body="<p>Rettet.</p>")


def test_it_is_ordered_made_and_fetched(cast, as_user, plan, page, monkeypatch):
    client = as_user(cast.medlem_herning)
    assert "Refresh" not in client.get(page)
    waiting = client.post(page, follow=True)
    assert waiting["Refresh"] == "3"
    assert "venter på at blive lavet" in waiting.text, "no worker lives"
    Loop(PDF, workflow.sweep).turn()
    done = client.get(page)
    assert "Refresh" not in done
    assert f'href="{reverse("draft-pdf", args=[plan.pk])}"' in done.text
    kept = bytes(DraftPrint.objects.get().content)

    def again(*args: object, **more: object) -> bytes:
        raise AssertionError("it is there")

    monkeypatch.setattr("plans.publication.drafts.render_pdf_safely", again)
    assert client.get(reverse("draft-pdf", args=[plan.pk])).content == kept


def test_of_a_text_that_has_changed_another_is_made(cast, as_user, plan, page):
    workflow.make_draft(workflow.order_draft(plan, by=cast.sekretariat).pk)
    change(plan)
    client = as_user(cast.sekretariat)
    assert "Planen er ændret" in client.get(page).text
    client.post(page)
    newer = DraftPrint.objects.first()
    workflow.make_draft(newer.pk)
    assert DraftPrint.objects.get() == newer, "the newest alone is kept"
    assert "færdig" in client.get(page).text


def test_one_is_made_at_a_time_and_none_that_is_there(cast, plan):
    first = workflow.order_draft(plan, by=cast.sekretariat)
    assert workflow.order_draft(plan, by=cast.medlem_herning) == first
    workflow.make_draft(first.pk)
    assert workflow.order_draft(plan, by=cast.sekretariat) == first
    assert DraftPrint.objects.count() == 1


def test_of_two_plans_that_wait_the_one_that_is_named_is_made(cast, plan):
    others = workflow.order_draft(a_plan(cast.kredsraad(), 2030), by=cast.sekretariat)
    own = workflow.order_draft(plan, by=cast.sekretariat)
    workflow.make_draft(others.pk)
    states = dict(DraftPrint.objects.values_list("pk", "state"))
    assert states == {others.pk: DraftState.DONE, own.pk: DraftState.QUEUED}


@pytest.mark.usefixtures("workers")
def test_one_that_takes_longer_than_a_pdf_does_is_told_to(cast, as_user, plan, page):
    client, ordered = as_user(cast.sekretariat), workflow.order_draft(plan, by=cast.sekretariat)
    assert (ordered.is_late, LATE in client.get(page).text) == (False, False)
    for state, is_late in ((DraftState.QUEUED, True), (DraftState.DONE, False)):
        ordered.state, ordered.ordered_at = state, timezone.now() - LATE_AFTER - timedelta(minutes=1)
        assert ordered.is_late is is_late
    DraftPrint.objects.update(ordered_at=ordered.ordered_at)
    assert LATE in client.get(page).text


def test_what_cannot_be_printed_is_told_and_may_be_tried_again(cast, as_user, plan, page):
    section(plan, "Nyt", "<p>𓀀</p>")
    client = as_user(cast.sekretariat)
    client.post(page)
    workflow.make_draft(DraftPrint.objects.get().pk)
    told = client.get(page)
    assert "skrifttype" in told.text
    assert "Prøv igen" in told.text
    client.post(page)
    assert DraftPrint.objects.first().state == DraftState.QUEUED


def test_a_fault_of_the_portal_is_told_in_words(cast, as_user, plan, page, monkeypatch):
    def fails(*args: object, **more: object) -> bytes:
        raise ValueError("broken")

    monkeypatch.setattr(drafting, "render_pdf_safely", fails)
    ordered = workflow.order_draft(plan, by=cast.sekretariat)
    with pytest.raises(ValueError, match="^broken$"):
        workflow.make_draft(ordered.pk)
    assert "fejl i portalen" in as_user(cast.sekretariat).get(page).text


def test_a_lost_task_is_found_again_and_old_drafts_go(cast, plan, monkeypatch):
    ordered = workflow.order_draft(plan, by=cast.sekretariat)
    assert workflow.sweep() == 0
    DBTaskResult.objects.update(status="FAILED")
    assert workflow.sweep() == 1

    def refuses(*args: object, **more: object) -> bytes:
        raise Refused("Nej.")

    monkeypatch.setattr(drafting, "render_pdf_safely", refuses)
    workflow.make_draft(ordered.pk)
    DraftPrint.objects.update(ordered_at=timezone.now() - timedelta(days=8))
    workflow.sweep()
    assert not DraftPrint.objects.exists()
