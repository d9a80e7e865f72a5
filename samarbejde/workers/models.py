from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from samarbejde.workers.queues import LIMITS

SILENT_AFTER = timedelta(seconds=60)  # six beats: it is killed, or its machine is gone
FORGOTTEN_AFTER = timedelta(days=1)


class WorkerQuerySet(models.QuerySet["Worker"]):
    def alive(self) -> "WorkerQuerySet":
        return self.filter(beat_at__gt=timezone.now() - SILENT_AFTER)

    def forgotten(self) -> "WorkerQuerySet":
        """Silent for so long that nobody asks what became of them."""
        return self.filter(beat_at__lt=timezone.now() - FORGOTTEN_AFTER)


class Worker(models.Model):
    """A process at one queue: that it lives, and what its loop did last. Written by a thread of its own."""

    id = models.CharField(primary_key=True, max_length=32)
    queue = models.CharField("kø", max_length=32)
    host = models.CharField("maskine", max_length=255)
    pid = models.PositiveIntegerField("proces")
    started_at = models.DateTimeField("startet", default=timezone.now)
    beat_at = models.DateTimeField("seneste livstegn", default=timezone.now)
    turned_at = models.DateTimeField("så sidst i køen", default=timezone.now)
    task = models.CharField("i gang med", max_length=100, blank=True)
    task_since = models.DateTimeField("siden", null=True, blank=True)

    objects = WorkerQuerySet.as_manager()

    class Meta:
        verbose_name = "arbejdsproces"
        verbose_name_plural = "arbejdsprocesser"
        ordering = ["queue", "host", "pid"]
        constraints = [
            models.CheckConstraint(
                condition=Q(task="", task_since__isnull=True) | (~Q(task="") & Q(task_since__isnull=False)),
                name="a_task_in_hand_has_a_beginning",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.queue} ({self.host}, {self.pid})"

    @property
    def is_alive(self) -> bool:
        return self.beat_at > timezone.now() - SILENT_AFTER

    @property
    def is_stuck(self) -> bool:
        """It lives, but its task takes longer than any may, or its loop no longer looks into the queue."""
        busy_since, limit = self.turned_at, SILENT_AFTER
        if self.task_since:
            busy_since, limit = self.task_since, LIMITS[self.queue]
        return self.is_alive and busy_since < timezone.now() - limit
