"""A dead worker and a stuck one are told from one that lives, and what they had in hand is found again."""

import os
import socket
import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from samarbejde.log_lines import JsonLines
from samarbejde.outbox.tasks import deliver
from samarbejde.workers.condition import ABSENT, STUCK, faults
from samarbejde.workers.heartbeat import Heartbeat
from samarbejde.workers.lost_tasks import (
    forget_old,
    forget_predecessors,
    let_go_of_lost_tasks,
    without_task,
)
from samarbejde.workers.models import Worker
from samarbejde.workers.queues import MAIL, PDF, QUEUES
from samarbejde.workers.running import Loop
from tests.workers.conftest import wait_until

pytestmark = pytest.mark.django_db


def later(**span: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**span))


def test_nobody_has_ever_worked():
    assert faults() == ABSENT


def test_a_living_worker_is_no_fault_and_a_silent_one_is(workers):
    assert faults() == {}
    with later(seconds=61):
        assert faults() == ABSENT


def test_one_that_lives_makes_up_for_one_that_died(workers):
    long_ago = timezone.now() - timedelta(hours=1)
    Worker.objects.create(pk="dead", queue=MAIL, host="en anden", pid=2, beat_at=long_ago)
    assert faults() == {}


@pytest.mark.parametrize(("queue", "limit"), [(MAIL, 5), (PDF, 3)])
def test_a_task_far_beyond_its_limit_is_stuck(workers, queue, limit):
    beat = Heartbeat(queue)
    beat.took("deliver")
    beat.beat()
    for minutes, expected in [(limit - 1, {}), (limit + 1, {queue: STUCK[queue]})]:
        with later(minutes=minutes):
            Worker.objects.filter(pk__startswith="living").update(
                beat_at=timezone.now(), turned_at=timezone.now()
            )
            beat.beat()
            assert faults() == expected


def test_a_loop_that_no_longer_turns_is_stuck_though_its_heart_beats(workers):
    beat = Heartbeat(PDF)
    beat.beat()
    with later(minutes=2):
        Worker.objects.filter(pk__startswith="living").update(
            beat_at=timezone.now(), turned_at=timezone.now()
        )
        beat.beat()
        assert faults() == {PDF: STUCK[PDF]}
        beat.turned()
        beat.beat()
        assert faults() == {}


def test_a_task_in_hand_has_a_beginning():
    with pytest.raises(IntegrityError, match="a_task_in_hand_has_a_beginning"):
        Worker.objects.create(pk="x", queue=MAIL, host="vært", pid=1, task="deliver")


@pytest.mark.django_db(transaction=True)
def test_the_heart_beats_in_a_thread_of_its_own_while_the_loop_hangs():
    hangs, stopped = threading.Event(), threading.Event()
    loop = Loop(MAIL, lambda: hangs.wait(30))
    thread = threading.Thread(target=loop.run, args=[stopped])
    thread.start()
    try:
        wait_until(lambda: Worker.objects.filter(queue=MAIL).exists())
        with later(minutes=2):
            beats = threading.Thread(target=_beat, args=[loop.heartbeat])
            beats.start()
            beats.join()
            assert faults()[MAIL] == STUCK[MAIL]
    finally:
        hangs.set()
        stopped.set()
        thread.join()
    row = Worker.objects.get()
    assert (row.host, row.pid, row.task) == (socket.gethostname(), os.getpid(), "")


def _beat(heartbeat: Heartbeat) -> None:
    from django.db import connection

    heartbeat.beat()
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_loop_that_fails_goes_on_and_does_not_pass_for_one_that_turns(monkeypatch, caplog):
    monkeypatch.setattr("samarbejde.workers.running.SECONDS_AFTER_AN_ERROR", 0.05)
    tries: list[int] = []

    def fail_twice() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise ValueError("what stands in a row")

    stopped = threading.Event()
    loop = Loop(MAIL, fail_twice, interval=0.05)
    before = timezone.now()
    thread = threading.Thread(target=loop.run, args=[stopped])
    thread.start()
    wait_until(lambda: len(tries) >= 3)
    stopped.set()
    thread.join()
    assert Worker.objects.get().turned_at > before
    failed = [JsonLines().format(record) for record in caplog.records if record.levelname == "WARNING"]
    assert len(failed) == 2
    assert all("ValueError" in line and "what stands in a row" not in line for line in failed)


def a_task(worker: str, status: str = "RUNNING") -> DBTaskResult:
    result = deliver.enqueue(7)
    DBTaskResult.objects.filter(pk=result.id).update(status=status, worker_ids=[worker])
    return DBTaskResult.objects.get(pk=result.id)


def test_a_task_in_living_hands_is_left_there(workers):
    a_task("living-mail")
    let_go_of_lost_tasks(MAIL, free="somebody else")
    assert without_task(deliver, [7, 8]) == [8]


def test_a_task_in_dead_hands_or_in_nobodys_is_let_go(workers):
    held = [a_task("killed"), a_task("living-mail")]
    let_go_of_lost_tasks(MAIL, free="living-mail")
    assert without_task(deliver, [7]) == [7]
    for task in held:
        task.refresh_from_db()
        assert task.status == "FAILED"
        assert task.finished_at is not None


def test_the_rows_of_this_machines_dead_are_removed_and_of_others_kept(workers):
    here = socket.gethostname()
    for name, host, pid in [
        ("own", here, os.getpid()),
        ("earlier", here, os.getpid()),
        ("dead", here, 2**22 - 1),
        ("alive", here, os.getppid()),
        ("elsewhere", "en anden", 2**22 - 1),
    ]:
        Worker.objects.create(pk=name, queue=MAIL, host=host, pid=pid)
    forget_predecessors(MAIL, of="own")
    assert set(Worker.objects.filter(queue=MAIL).values_list("pk", flat=True)) == {
        *("own", "alive", "elsewhere", "living-mail")
    }


def test_what_is_long_past_is_forgotten(workers):
    old, new = a_task("killed", "FAILED"), a_task("killed", "SUCCESSFUL")
    DBTaskResult.objects.filter(pk=old.pk).update(finished_at=timezone.now() - timedelta(days=15))
    DBTaskResult.objects.filter(pk=new.pk).update(finished_at=timezone.now() - timedelta(days=13))
    Worker.objects.filter(queue=PDF).update(beat_at=timezone.now() - timedelta(days=2))
    forget_old(MAIL)
    assert [task.pk for task in DBTaskResult.objects.all()] == [new.pk]
    assert [worker.queue for worker in Worker.objects.all()] == [MAIL]


def test_every_queue_has_its_words():
    assert set(ABSENT) == set(STUCK) == set(QUEUES)
