"""A publication that the server cannot make yet waits, and is made by itself when Pango is there."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from plans.demo.published import publish_what_was_held
from plans.document.states import PlanState
from plans.publication import workflow
from plans.publication.models import Edition, Publication, PublicationState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from samarbejde.workers.models import Worker
from samarbejde.workers.queues import PDF
from samarbejde.workers.running import Loop
from tests.plans.approval import stages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("workers")]


@pytest.fixture
def plan(cast):
    return stages.signed(cast)


def address(plan):
    return reverse("publish-plan", args=[plan.pk])


def held(cast, plan) -> Publication:
    publication = workflow.order_publication(plan, note="Min note", by=cast.sekretariat)
    workflow.publish(publication.pk)
    publication.refresh_from_db()
    assert publication.state == PublicationState.HELD
    return publication


def seen(as_user, cast, plan):
    return as_user(cast.sekretariat).get(address(plan)).content.decode()


def test_it_waits_and_says_for_what(cast, as_user, plan, pango, caplog):
    Message.objects.all().delete()
    publication = held(cast, plan)
    assert "Pango mangler" in publication.failure
    assert stages.fresh(plan).state == PlanState.SIGNED
    page = seen(as_user, cast, plan)
    assert "Planen venter på at blive offentliggjort" in page
    assert "Pango mangler på serveren" in page
    assert "Prøv igen" not in page
    letter = Message.objects.get()
    assert letter.address == "sekretariat@example.org"
    assert "Du skal ikke bestille den igen" in letter.body
    assert Event.objects.about(plan).get(verb="publication.held").internal
    assert "Traceback" not in caplog.text
    desk = as_user(cast.sekretariat).get("/arbejdsbord/").content.decode()
    assert "Offentliggørelsen er bestilt" in desk


def test_it_is_made_by_itself_when_pango_is_there(cast, plan, pango):
    held(cast, plan)
    pango.unlink()
    while Loop(PDF, workflow.sweep).turn():
        pass
    assert Edition.objects.get().note == "Min note"
    publication = Publication.objects.get()
    assert (publication.state, publication.failure) == (PublicationState.DONE, "")


def test_two_workers_that_find_it_at_once_take_it_up_once(cast, plan, pango):
    publication = held(cast, plan)
    seen_by_both = [Publication.objects.get(pk=publication.pk) for _ in range(2)]
    waiting = DBTaskResult.objects.count()
    for found in seen_by_both:
        workflow.resume(found)
    assert Publication.objects.get().state == PublicationState.QUEUED
    assert DBTaskResult.objects.count() == waiting + 1


def test_without_pango_nothing_is_tried_and_nobody_written_to_again(cast, plan, pango):
    publication = held(cast, plan)
    letters = Message.objects.count()
    workflow.sweep()
    publication.refresh_from_db()
    assert publication.state == PublicationState.HELD
    workflow.resume(publication)
    workflow.publish(publication.pk)
    publication.refresh_from_db()
    assert publication.state == PublicationState.HELD
    assert Message.objects.count() == letters


def test_what_failed_for_another_reason_is_not_tried_again(cast, plan):
    publication = workflow.order_publication(plan, note="", by=cast.sekretariat)
    Publication.objects.update(state=PublicationState.FAILED, failure="Del de længste afsnit.")
    assert workflow.sweep() == 0
    publication.refresh_from_db()
    assert publication.state == PublicationState.FAILED


def test_it_is_ordered_once_but_never_stands_in_the_way_of_a_changed_plan(cast, as_user, plan, pango):
    publication = held(cast, plan)
    with pytest.raises(Refused, match="allerede bestilt"):
        workflow.order_publication(plan, note="", by=cast.sekretariat)
    stages.reopen(cast, plan, "Nye tal.")
    type(plan).objects.update(state=PlanState.CONSULTATION)
    stages.discuss(cast, plan)
    stages.open_round(cast, plan)
    stages.sign_all(plan)
    assert "venter på at blive offentliggjort" not in seen(as_user, cast, plan)

    workflow.order_publication(plan, note="", by=cast.sekretariat)

    publication.refresh_from_db()
    assert publication.state == PublicationState.FAILED
    assert "taget tilbage" in publication.failure


def test_a_demo_that_was_told_without_pango_is_healed_at_its_next_start(cast, plan, pango):
    held(cast, plan)
    publish_what_was_held()
    assert not Edition.objects.exists()
    pango.unlink()
    publish_what_was_held()
    assert Edition.objects.count() == 1
    assert stages.fresh(plan).state == PlanState.PUBLISHED


def test_what_is_held_says_for_what(cast, plan):
    workflow.order_publication(plan, note="", by=cast.sekretariat)
    with pytest.raises(IntegrityError, match="a_held_publication_says_what_it_waits_for"):
        Publication.objects.update(state=PublicationState.HELD)


def test_one_that_waits_too_long_says_so(cast, as_user, plan):
    publication = workflow.order_publication(plan, note="", by=cast.sekretariat)
    assert "under et minut" in seen(as_user, cast, plan)
    assert "forsinket" not in seen(as_user, cast, plan)
    Publication.objects.update(ordered_at=publication.ordered_at - timedelta(minutes=3))
    assert "er forsinket" in seen(as_user, cast, plan)
    Worker.objects.filter(queue=PDF).delete()
    page = seen(as_user, cast, plan)
    assert "Portalen laver ingen PDF" in page
    assert "starte »manage.py worker«" in page
