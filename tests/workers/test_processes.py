"""`manage.py worker` as it runs: another process, stopped, killed, cut off from its database."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from plans.publication.models import Edition, Publication, PublicationState
from plans.publication.pdf.passing_files import PREFIX
from plans.publication.workflow import order_publication
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import queue
from samarbejde.workers.condition import faults
from samarbejde.workers.models import Worker
from samarbejde.workers.queues import MAIL, PDF
from tests.database import owner
from tests.plans.approval import stages
from tests.workers.conftest import wait_until

pytestmark = pytest.mark.django_db(transaction=True)


def is_sent(message: Message) -> bool:
    return Message.objects.filter(pk=message.pk, state=MessageState.SENT).exists()


def an_order(cast) -> Publication:
    return order_publication(stages.signed(cast), note="", by=cast.sekretariat)


def is_in_hand(task: str) -> bool:
    return DBTaskResult.objects.running().filter(task_path__endswith=task).exists()


def state_of(publication: Publication) -> str:
    return Publication.objects.get(pk=publication.pk).state


def test_a_message_survives_a_killed_worker_and_leaves_once(cast, post_office, start_worker):
    [message] = queue(letter(cast.formand_herning, "Frist for forslag", "Husk fristen."))
    post_office.thinks_for = 60
    worker = start_worker()
    wait_until(lambda: post_office.asked == 1)
    worker.kill()
    worker.wait()
    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.QUEUED, 0)

    post_office.thinks_for = 0
    worker = start_worker()
    wait_until(lambda: is_sent(message))
    worker.send_signal(signal.SIGTERM)

    assert worker.wait(10) == 0
    assert len(post_office.received) == 1
    message.refresh_from_db()
    assert message.attempts == 1


def test_a_publication_is_done_while_mail_hangs_in_a_slow_server(cast, post_office, start_worker):
    for person in cast.formaend[:5]:
        queue(letter(person, "Frist for forslag", "Husk fristen."))
    publication = an_order(cast)
    post_office.thinks_for = 15
    start_worker()
    wait_until(lambda: post_office.asked == 1)
    wait_until(lambda: state_of(publication) == PublicationState.DONE)

    assert post_office.asked <= 2
    assert Message.objects.filter(state=MessageState.QUEUED).count() > 5
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("queue_name", [MAIL, PDF])
def test_a_worker_for_one_queue_leaves_the_other_alone(cast, post_office, start_worker, queue_name):
    [message] = queue(letter(cast.formand_herning, "Frist for forslag", "Husk fristen."))
    publication = an_order(cast)
    start_worker("--queue", queue_name)
    if queue_name == MAIL:
        wait_until(lambda: is_sent(message))
        assert state_of(publication) == PublicationState.QUEUED
    else:
        wait_until(lambda: state_of(publication) == PublicationState.DONE)
        assert post_office.asked == 0
    assert list(Worker.objects.values_list("queue", flat=True)) == [queue_name]


def test_told_to_stop_it_finishes_what_it_has_in_hand(cast, post_office, start_worker):
    [message] = queue(letter(cast.formand_herning, "Frist for forslag", "Husk fristen."))
    [waiting] = queue(letter(cast.formand_viborg, "Frist for forslag", "Husk fristen."))
    post_office.thinks_for = 1
    worker = start_worker()
    wait_until(lambda: post_office.asked == 1)
    worker.send_signal(signal.SIGTERM)

    assert worker.wait(10) == 0
    assert is_sent(message)
    assert not is_sent(waiting)
    assert not DBTaskResult.objects.running().exists()


def test_a_render_is_not_the_plans_fault_when_the_whole_group_is_stopped(cast, start_worker):
    publication = an_order(cast)
    worker = start_worker("--queue", PDF)
    wait_until(lambda: is_in_hand("publish_plan"))
    time.sleep(0.3)
    os.killpg(worker.pid, signal.SIGTERM)
    assert worker.wait(30) == 0
    assert state_of(publication) in (PublicationState.DONE, PublicationState.QUEUED)

    start_worker("--queue", PDF)
    wait_until(lambda: state_of(publication) == PublicationState.DONE)
    assert Edition.objects.count() == 1


def test_the_next_worker_takes_up_at_once_what_a_killed_one_had_in_hand(cast, start_worker):
    publication = an_order(cast)
    worker = start_worker("--queue", PDF)
    wait_until(lambda: is_in_hand("publish_plan"))
    worker.kill()
    worker.wait()
    assert state_of(publication) == PublicationState.QUEUED

    start_worker("--queue", PDF)
    wait_until(lambda: state_of(publication) == PublicationState.DONE)
    assert Edition.objects.count() == 1


@contextmanager
def database_away() -> Iterator[None]:
    """For everybody but this connection: none is let in, and whoever was in is thrown out."""
    name = connection.ops.quote_name(connection.settings_dict["NAME"])
    with connection._nodb_cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        cursor.execute(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false")
        try:
            throw_out_everybody_else()
            yield
        finally:
            cursor.execute(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true")


def throw_out_everybody_else() -> None:
    with owner(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_worker_goes_on_when_its_connections_were_cut(cast, post_office, start_worker):
    [first] = queue(letter(cast.formand_herning, "Frist for forslag", "Husk fristen."))
    worker = start_worker()
    wait_until(lambda: is_sent(first))
    throw_out_everybody_else()
    [second] = queue(letter(cast.formand_herning, "Frist for forslag", "Husk fristen."))
    wait_until(lambda: is_sent(second))
    assert worker.poll() is None
    assert len(post_office.received) == 2


def test_a_worker_goes_on_when_the_database_is_back(cast, post_office, start_worker):
    """Also with what it had in hand as the database went: a publication is made again, and once."""
    publication = an_order(cast)
    worker = start_worker()
    wait_until(lambda: is_in_hand("publish_plan"))
    with database_away():
        time.sleep(6)
        assert worker.poll() is None
    wait_until(lambda: state_of(publication) == PublicationState.DONE)
    wait_until(lambda: not Message.objects.waiting().exists())
    assert worker.poll() is None
    assert Edition.objects.count() == 1


def test_a_running_worker_says_so(start_worker):
    assert set(faults()) == {MAIL, PDF}
    worker = start_worker()
    wait_until(lambda: not faults())
    assert {row.pid for row in Worker.objects.all()} == {worker.pid}


def test_a_worker_that_starts_removes_what_a_killed_render_left(start_worker, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    left = tmp_path / f"{PREFIX}left"
    left.mkdir()
    start_worker()
    wait_until(lambda: not left.exists())
