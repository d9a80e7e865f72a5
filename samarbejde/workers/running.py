"""The loops of `manage.py worker`: one thread per queue, until somebody stops the process."""

import logging
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from types import FrameType

from django.db import close_old_connections, connection, transaction
from django_tasks_db.management.commands.db_worker import Worker as TaskRunner
from django_tasks_db.models import DBTaskResult

from samarbejde.workers.heartbeat import Heartbeat
from samarbejde.workers.lost_tasks import forget_old, forget_predecessors, let_go_of_lost_tasks

SECONDS_BETWEEN_SWEEPS = 60
SECONDS_AFTER_AN_ERROR = 5

log = logging.getLogger(__name__)


class Loop:
    """Does the tasks of one queue, one after another. `sweep` finds again what a killed worker dropped."""

    def __init__(self, queue: str, sweep: Callable[[], object], *, interval: float = 1) -> None:
        self.queue = queue
        self.heartbeat = Heartbeat(queue)
        self._sweep = sweep
        self._interval = interval
        self._next_sweep = 0.0
        self._runner = TaskRunner(
            queue_names=[queue],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=self.heartbeat.worker_id,
            excluded_queue_names=[],
        )

    def run(self, stopped: threading.Event) -> None:
        """Whatever goes wrong, the database away included, is tried again: the heartbeat tells of it."""
        self.heartbeat.start()
        while not stopped.is_set():
            try:
                close_old_connections()
                pause = 0 if self.turn() else self._interval
            except Exception:
                log.warning("A turn of the loop failed", extra={"queue": self.queue}, exc_info=True)
                connection.close()
                self._next_sweep, pause = 0, SECONDS_AFTER_AN_ERROR
            stopped.wait(pause)
        self.heartbeat.end()
        connection.close()

    def turn(self) -> bool:
        """Sweep, if it is time, and do one task; False when none is ready."""
        if time.monotonic() >= self._next_sweep:
            self._tidy()
        task = self._claimed()
        if task is not None:
            self.heartbeat.took(task.task_name)
            self._runner.run_task(task)
        self.heartbeat.turned()
        return task is not None

    def _tidy(self) -> None:
        forget_predecessors(self.queue, of=self.heartbeat.worker_id)
        self.heartbeat.beat()
        let_go_of_lost_tasks(self.queue, free=self.heartbeat.worker_id)
        forget_old(self.queue)
        self._sweep()
        self._next_sweep = time.monotonic() + SECONDS_BETWEEN_SWEEPS

    @transaction.atomic
    def _claimed(self) -> DBTaskResult | None:
        task = DBTaskResult.objects.ready().filter(queue_name=self.queue).get_locked()
        if task is not None:
            task.claim(self.heartbeat.worker_id)
        return task


def run_side_by_side(loops: Sequence[Loop]) -> None:
    """Until Ctrl-C or TERM: then what is in hand is finished. A second one ends the process at once."""
    stopped = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        if stopped.is_set():
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        stopped.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    threads = [
        threading.Thread(target=loop.run, args=[stopped], name=loop.queue, daemon=True) for loop in loops
    ]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        if not stopped.wait(0.2) and not all(thread.is_alive() for thread in threads):
            sys.exit("En af køerne gik i stå. Start »manage.py worker« igen.")
        for thread in threads:
            thread.join(0.1)
