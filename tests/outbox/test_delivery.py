import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from samarbejde.outbox import delivery
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.tasks import deliver
from samarbejde.outbox.workflow import queue, try_again
from samarbejde.transitions import lock
from samarbejde.workers.lost_tasks import let_go_of_lost_tasks
from samarbejde.workers.queues import MAIL
from tests.at_once import while_another
from tests.outbox.conftest import PostOffice

pytestmark = pytest.mark.django_db


@pytest.fixture
def message(cast) -> Message:
    return queue(letter(cast.formand_herning, "Frist for forslag", "Husk fristen på Ærø.\n"))[0]


def next_task(message: Message) -> DBTaskResult:
    return DBTaskResult.objects.filter(task_path__endswith="deliver", args_kwargs__args=[message.pk]).latest(
        "enqueued_at"
    )


def test_a_message_is_sent_as_it_was_written(message, post_office):
    delivery.attempt(message.pk)

    [mail] = post_office.received
    assert mail["To"] == "formand.herning@example.org"
    assert mail["Subject"] == "Frist for forslag"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content().replace("\r\n", "\n") == message.body
    assert message.body.startswith(f"Kære {message.to.name}\n\nHusk fristen på Ærø.\n\nVenlig hilsen")
    message.refresh_from_db()
    assert (message.state, message.attempts, message.last_error) == (MessageState.SENT, 1, "")
    assert message.sent_at is not None


def test_running_the_task_twice_sends_once(message, post_office):
    deliver.call(message.pk)
    deliver.call(message.pk)

    assert len(post_office.received) == 1
    message.refresh_from_db()
    assert message.attempts == 1


def test_without_a_mail_server_messages_wait_to_be_read(message, settings):
    settings.EMAIL_HOST = ""

    delivery.attempt(message.pk)

    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.QUEUED, 0)


def test_the_demo_sends_nothing(message, post_office, settings):
    settings.DEMO = True

    delivery.attempt(message.pk)

    assert post_office.received == []
    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.QUEUED, 0)


def test_a_server_that_is_down_is_tried_again_after_1_5_15_and_60_minutes(message, no_mail_server):
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        for attempts, minutes in enumerate([1, 5, 15, 60, 60, 60], start=1):
            delivery.attempt(message.pk)

            message.refresh_from_db()
            assert (message.state, message.attempts) == (MessageState.QUEUED, attempts)
            assert "ConnectionRefusedError" in message.last_error
            assert message.next_attempt_at - timezone.now() == timedelta(minutes=minutes)
            assert next_task(message).run_after == message.next_attempt_at
            clock.move_to(message.next_attempt_at)


def test_a_message_is_not_tried_before_its_time(message, no_mail_server):
    delivery.attempt(message.pk)
    delivery.attempt(message.pk)

    message.refresh_from_db()
    assert message.attempts == 1


def test_a_message_leaves_when_the_server_is_back(message, post_office):
    post_office.answer = "451 Try again later"
    delivery.attempt(message.pk)
    message.refresh_from_db()
    assert "451" in message.last_error

    post_office.answer = "250 OK"
    with time_machine.travel(message.next_attempt_at, tick=False):
        delivery.attempt(message.pk)

    message.refresh_from_db()
    assert len(post_office.received) == 1
    assert (message.state, message.attempts, message.last_error) == (MessageState.SENT, 2, "")


def test_a_server_that_rambles_at_goodbye_has_taken_the_message(message, post_office):
    post_office.rambles_at_goodbye = True

    delivery.attempt(message.pk)

    message.refresh_from_db()
    assert message.state == MessageState.SENT
    assert len(post_office.received) == 1


def test_an_unknown_address_is_given_up_and_can_be_tried_again(message, post_office):
    post_office.unknown = {message.address}
    delivery.attempt(message.pk)
    message.refresh_from_db()
    assert message.state == MessageState.GIVEN_UP
    assert "No such user" in message.last_error

    post_office.unknown = set()
    before = next_task(message)
    try_again(message)
    assert next_task(message) != before
    delivery.attempt(message.pk)

    message.refresh_from_db()
    assert message.state == MessageState.SENT


def test_what_cannot_be_written_as_a_mail_is_kept(message, post_office, monkeypatch):
    monkeypatch.setattr(delivery, "_message_id", lambda message: "two\nlines")

    delivery.attempt(message.pk)

    message.refresh_from_db()
    assert post_office.received == []
    assert (message.state, message.attempts) == (MessageState.QUEUED, 1)


def test_a_message_keeps_its_id_when_it_is_sent_again(message, post_office):
    """So that a reader's mail server can drop the second, should we die before the first is noted."""
    delivery.attempt(message.pk)
    Message.objects.filter(pk=message.pk).update(state=MessageState.QUEUED, sent_at=None)
    delivery.attempt(message.pk)

    first, second = post_office.received
    assert first["Message-ID"] == second["Message-ID"]


def hangs_up(office: PostOffice) -> None:
    office.hangs_up_after_taking = True


def answers_too_late(office: PostOffice) -> None:
    office.thinks_for = 2


@pytest.mark.parametrize("fails", [hangs_up, answers_too_late], ids=["hangs up", "is slow"])
def test_a_letter_that_may_have_come_goes_again_as_the_same_letter(message, post_office, settings, fails):
    """The server has taken it and was not heard to say so."""
    settings.EMAIL_TIMEOUT = 1
    fails(post_office)
    delivery.attempt(message.pk)
    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.QUEUED, 1)
    assert message.last_error

    post_office.hangs_up_after_taking, post_office.thinks_for = False, 0
    with time_machine.travel(message.next_attempt_at, tick=False):
        delivery.attempt(message.pk)

    message.refresh_from_db()
    assert (message.state, message.last_error) == (MessageState.SENT, "")
    assert {mail["Message-ID"] for mail in post_office.received} == {post_office.received[-1]["Message-ID"]}


def test_the_sweep_finds_what_a_killed_worker_left(message, post_office):
    assert delivery.sweep() == 0  # its task stands in the queue
    DBTaskResult.objects.update(status="RUNNING", worker_ids=["killed"])
    assert delivery.sweep() == 0  # for all it knows, somebody has it in hand
    let_go_of_lost_tasks(MAIL, free="")

    assert delivery.sweep() == 1
    assert delivery.sweep() == 0

    task = next_task(message)
    assert task.args_kwargs["args"] == [message.pk]
    task.task.call(*task.args_kwargs["args"])
    assert len(post_office.received) == 1
    assert delivery.sweep() == 0


def test_the_sweep_leaves_what_is_not_due_and_what_cannot_be_sent(message, no_mail_server, settings):
    delivery.attempt(message.pk)
    assert delivery.sweep() == 0
    settings.EMAIL_HOST = ""
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        assert delivery.sweep() == 0


@pytest.mark.parametrize("is_tried", [True, False])
def test_late_messages_are_those_that_have_waited_an_hour(message, no_mail_server, is_tried):
    if is_tried:
        delivery.attempt(message.pk)
    assert not Message.objects.late()
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert Message.objects.late().get() == message


@pytest.mark.django_db(transaction=True)
def test_the_sweep_does_not_wait_for_what_another_has_in_hand(message, post_office):
    DBTaskResult.objects.all().delete()
    assert while_another(lambda: lock(message), delivery.sweep) == 0
    assert delivery.sweep() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_with_one_message_send_it_once(message, post_office):
    post_office.thinks_for = 0.3
    ready = threading.Barrier(8)

    def work() -> None:
        ready.wait()
        try:
            delivery.attempt(message.pk)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(post_office.received) == 1
    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.SENT, 1)
