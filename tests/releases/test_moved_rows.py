"""What a migration does to rows that an earlier release may have left, and its demo year has none of."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plans.document.models import MultiYearAgreement
from plans.proposals.models import ChangeRequest
from plans.publication.models import Publication, PublicationState
from plans.publication.tasks import publish_plan
from plans.publication.workflow import order_publication
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.tasks import deliver
from samarbejde.outbox.workflow import queue
from tests.database import owner
from tests.making import a_plan
from tests.plans.approval import stages
from tests.plans.proposals import stages as proposals

pytestmark = pytest.mark.django_db
PANGO = "PDF'en blev ikke lavet, fordi Pango mangler på serveren. Bed driften køre bin/setup, og prøv igen."


def migrate(migration: str, step: str) -> None:
    getattr(import_module(migration), step)(apps, None)


def test_an_agreement_of_nobody_is_each_districts_that_has_plans(cast):
    for district in (cast.district, cast.other_district):
        a_plan(cast.kredsraad(district))
    with owner(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE plans_multiyearagreement ALTER district_id DROP NOT NULL")
        cursor.execute(
            "INSERT INTO plans_multiyearagreement"
            " (name, from_year, to_year, parties, marks, themes, link, version)"
            " VALUES ('Flerårsaftalen', 2021, 2023, '', '', '', '', 1)"
        )
        migrate("plans.migrations.0027_agreements_of_a_district", "give_to_districts")
    found = MultiYearAgreement.objects.filter(name="Flerårsaftalen", to_year=2023)
    assert {one.district for one in found} == {cast.district, cast.other_district}
    assert all(one.history.get().version == one.version for one in found)


def test_tasks_that_waited_in_the_one_queue_wait_in_their_own():
    for task in (deliver, publish_plan):
        task.enqueue(1)
    DBTaskResult.objects.update(queue_name="default")
    migrate("samarbejde.workers.migrations.0002_tasks_to_their_queues", "to_their_queues")
    queues = dict(DBTaskResult.objects.values_list("task_path", "queue_name"))
    assert queues == {deliver.module_path: "mail", publish_plan.module_path: "pdf"}


@pytest.mark.parametrize(
    ("failure", "state"),
    [(PANGO, PublicationState.HELD), ("Del de længste afsnit.", PublicationState.FAILED)],
)
def test_the_latest_that_failed_for_want_of_pango_is_held_and_no_other(cast, failure, state):
    plan = stages.signed(cast)
    for _ in range(2):
        order_publication(plan, note="", by=cast.sekretariat)
        Publication.objects.update(state=PublicationState.FAILED, failure=failure)
    migrate("plans.migrations.0006_publications_that_failed_for_want_of_pango", "hold")
    latest, earlier = Publication.objects.all()
    assert (latest.state, earlier.state) == (state, PublicationState.FAILED)


def test_what_was_given_up_has_a_refusal(cast):
    tried_at = timezone.now()
    [message] = queue(letter(cast.direktoer, "Emne", "Læs den."))
    queue(letter(cast.direktoer, "Emne", "Venter."))
    fields = {"state": MessageState.GIVEN_UP, "last_error": "550", "next_attempt_at": tried_at}
    Message.objects.filter(pk=message.pk).update(**fields)
    migrate("samarbejde.outbox.migrations.0005_refusals_of_before", "write_down")
    refusal = message.refusals.get()
    assert (refusal.address, refusal.answer, refusal.refused_at) == (message.address, "550", tried_at)
    assert Message.objects.refused().get() == message


def test_points_are_about_the_version_that_was_read(cast):
    proposal = proposals.changes_requested(cast)
    proposal.change_requests.update(answer="Ja")
    proposals.submit(proposal, by=cast.formand_herning)
    proposals.request_changes(proposal, ["Og hvad så?"], by=cast.sekretariat)
    ChangeRequest.objects.update(about=1)
    migrate("plans.migrations.0061_answers_by_a_day", "say_which_was_read")
    assert list(ChangeRequest.objects.order_by("position").values_list("about", flat=True)) == [1, 1, 2]
