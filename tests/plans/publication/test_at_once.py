"""Two workers, a worker that dies, readers meanwhile: real transactions, real threads."""

import threading

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from plans.document.models import Section
from plans.document.states import PlanState
from plans.publication import workflow
from plans.publication.drafts import is_our_turn
from plans.publication.models import Edition, EditionFile, Passage, Publication, PublicationState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from samarbejde.workers.queues import PDF
from samarbejde.workers.running import Loop
from tests.plans.approval import stages
from tests.plans.approval.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
PUBLIC = "/midt-og-vestjylland/2027/"


@pytest.fixture
def plan(cast):
    return stages.signed(cast)


def order(cast, plan, note=""):
    return workflow.order_publication(plan, note=note, by=cast.sekretariat)


def nothing_is_public(plan) -> bool:
    tables = (Edition, EditionFile, Passage)
    return stages.fresh(plan).state != PlanState.PUBLISHED and not any(t.objects.exists() for t in tables)


def test_two_workers_make_one_edition(cast, plan):
    publication = order(cast, plan)
    Message.objects.all().delete()
    assert at_once([lambda: workflow.publish(publication.pk)] * 2) == []
    assert Edition.objects.count() == EditionFile.objects.count() == 1
    assert Event.objects.filter(verb="plan.published").count() == 1
    assert Message.objects.values("address").distinct().count() == Message.objects.count() == 13


def test_the_worker_takes_the_order(cast, plan):
    publication = order(cast, plan)
    Loop(PDF, workflow.sweep).turn()
    publication.refresh_from_db()
    assert publication.state == PublicationState.DONE
    assert Edition.objects.count() == 1


def test_one_draft_is_printed_at_a_time(cast, as_user, plan):
    started, done = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            assert is_our_turn()
            started.set()
            done.wait(30)

    def ask() -> None:
        started.wait(30)
        try:
            page = as_user(cast.sekretariat).get(reverse("draft-pdf", args=[plan.pk]), follow=True)
            assert "ved at lave en anden PDF" in page.content.decode()
        finally:
            done.set()

    assert at_once([hold, ask]) == []
    assert as_user(cast.sekretariat).get(reverse("draft-pdf", args=[plan.pk])).status_code == 200


def test_two_orders_at_once_are_one(cast, plan):
    raised = at_once([lambda: order(cast, plan)] * 2)
    assert [type(error) for error in raised] == [Refused]
    assert Publication.objects.count() == 1


class Killed(BaseException):
    """What the process would not live to see."""


@pytest.mark.parametrize("step", ["plans_edition", "events_event"])
def test_killed_between_pdf_and_commit_leaves_nothing_and_runs_again(cast, plan, step):
    """The worker dies at one of the writes of the last transaction."""
    publication = order(cast, plan)

    def die(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE")) and f'"{step}"' in sql:
            raise Killed
        return execute(sql, params, many, context)

    with pytest.raises(Killed), connection.execute_wrapper(die):
        workflow.publish(publication.pk)

    assert nothing_is_public(plan)
    publication.refresh_from_db()
    assert publication.state == PublicationState.QUEUED
    DBTaskResult.objects.update(status="FAILED")
    assert workflow.sweep() == 1
    for task in DBTaskResult.objects.filter(task_path__endswith="publish_plan"):
        workflow.publish(*task.args_kwargs["args"])
    assert Edition.objects.count() == EditionFile.objects.count() == 1
    assert Edition.objects.get().passages.count() == 7
    assert stages.fresh(plan).state == PlanState.PUBLISHED


def test_taken_back_while_it_is_published(cast, plan):
    """Whoever came first, the plan is a draft; an edition is there only if the publication was."""
    publication = order(cast, plan)
    raised = at_once(
        [
            lambda: workflow.publish(publication.pk),
            lambda: stages.reopen(cast, plan, "Fejl."),
        ]
    )
    assert raised == []
    publication.refresh_from_db()
    assert stages.fresh(plan).state == PlanState.DRAFT
    assert Edition.objects.exists() == (publication.state == PublicationState.DONE)


def test_readers_see_the_old_edition_or_the_new_one_and_no_mixture(cast, plan):
    """Page, PDF, search and the plan's state change in one step."""
    workflow.publish(order(cast, plan).pk)
    stages.reopen(cast, plan, "Nyt.")
    Section.objects.filter(plan=plan).exclude(body="").update(body="<p>Anden udgaves ord.</p>")
    type(plan).objects.update(state=PlanState.CONSULTATION)
    stages.discuss(cast, plan)
    stages.open_round(cast, plan)
    stages.sign_all(plan)
    publication = order(cast, plan, "Nye ord.")
    done, seen = threading.Event(), set()

    def read() -> None:
        client = Client()
        while not done.is_set():
            page = client.get(PUBLIC).content.decode()
            seen.add((page.count("Anden udgaves ord."), page.count("fire gange"), "Nye ord." in page))

    def publish() -> None:
        try:
            workflow.publish(publication.pk)
            read_once_more = Client().get(PUBLIC).content.decode()
            seen.add((read_once_more.count("Anden udgaves ord."), 0, True))
        finally:
            done.set()

    assert at_once([read, read, publish]) == []
    assert seen == {(0, 1, False), (4, 0, True)}


def test_an_edition_can_be_neither_changed_nor_deleted(cast, plan):
    workflow.publish(order(cast, plan).pk)
    attempts = [
        lambda: Edition.objects.update(note="Ændret"),
        lambda: EditionFile.objects.update(content=b"%PDF- falsk"),
        lambda: EditionFile.objects.all().delete(),
        lambda: Edition.objects.all()._raw_delete("default"),
    ]
    for attempt in attempts:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            attempt()
    assert Edition.objects.count() == EditionFile.objects.count() == 1
