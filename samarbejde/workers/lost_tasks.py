"""Tasks that somebody had in hand and will never finish: the worker was killed, or lost the database."""

import os
import socket
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from samarbejde.process_ids import is_alive
from samarbejde.workers.models import Worker

KEPT_FOR = timedelta(days=14)  # long enough to find out what went wrong


@transaction.atomic
def let_go_of_lost_tasks(queue: str, *, free: str) -> None:
    """Mark what nobody living has in hand as failed. `free` is the worker that asks: it holds none itself."""
    holders = set(Worker.objects.alive().filter(queue=queue).values_list("pk", flat=True)) - {free}
    held = DBTaskResult.objects.running().filter(queue_name=queue).select_for_update(skip_locked=True)
    lost = [task.pk for task in held.only("worker_ids") if not holders.intersection(task.worker_ids[-1:])]
    DBTaskResult.objects.filter(pk__in=lost).update(
        status=TaskResultStatus.FAILED, finished_at=timezone.now(), exception_class_path="", traceback=""
    )


def without_task(task: Task, ids: Iterable[int]) -> list[int]:
    """Of these rows, those for which no task stands in the queue or is in hand."""
    open_tasks = DBTaskResult.objects.filter(
        task_path=task.module_path,
        queue_name=task.queue_name,
        status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING],
    )
    awaited = set(open_tasks.values_list("args_kwargs__args__0", flat=True))
    return [row_id for row_id in ids if row_id not in awaited]


def forget_old(queue: str) -> None:
    """Remove finished tasks of two weeks ago, and the rows of workers that are long gone."""
    DBTaskResult.objects.finished().filter(
        queue_name=queue, finished_at__lt=timezone.now() - KEPT_FOR
    ).delete()
    Worker.objects.forgotten().delete()


def forget_predecessors(queue: str, *, of: str) -> None:
    """Of this machine: a worker whose process is gone is not waited for, it will not beat again."""
    here = Worker.objects.filter(queue=queue, host=socket.gethostname()).exclude(pk=of)
    gone = [worker.pk for worker in here if worker.pid == os.getpid() or not is_alive(worker.pid)]
    Worker.objects.filter(pk__in=gone).delete()
