"""The sign of life of one queue's loop, written by a thread and a connection of its own."""

import logging
import os
import socket
import threading
from datetime import datetime

from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone
from django.utils.crypto import get_random_string

from samarbejde.workers.models import Worker

SECONDS_BETWEEN_BEATS = 10

log = logging.getLogger(__name__)


class Heartbeat:
    """What the loop did last, and the row that tells it. The loop only notes; it never waits for the row."""

    def __init__(self, queue: str) -> None:
        self.worker_id = get_random_string(32)
        self._queue = queue
        self._started_at = self._turned_at = timezone.now()
        self._task: tuple[str, datetime] | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._beat_on, name=f"heartbeat-{queue}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        """With a last beat, so that it is known until when the loop ran."""
        self._ended.set()
        self._thread.join(SECONDS_BETWEEN_BEATS)

    def turned(self) -> None:
        """The loop has looked into its queue, and has nothing in hand."""
        self._turned_at, self._task = timezone.now(), None

    def took(self, task: str) -> None:
        self._task = task[:100], timezone.now()

    def beat(self) -> None:
        task, since = self._task or ("", None)
        Worker.objects.update_or_create(
            pk=self.worker_id,
            defaults={
                "queue": self._queue,
                "host": socket.gethostname(),
                "pid": os.getpid(),
                "started_at": self._started_at,
                "beat_at": timezone.now(),
                "turned_at": self._turned_at,
                "task": task,
                "task_since": since,
            },
        )

    def _beat_on(self) -> None:
        ended = False
        while not ended:
            try:
                self.beat()
            except (DatabaseError, InterfaceError):
                log.warning("No sign of life could be written", exc_info=True)
                connection.close()
            ended = self._ended.wait(SECONDS_BETWEEN_BEATS)
        self._say_farewell()

    def _say_farewell(self) -> None:
        try:
            self.beat()
        except (DatabaseError, InterfaceError):
            log.warning("The worker ends without a last sign of life")
        connection.close()
