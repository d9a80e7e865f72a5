"""Whether anybody does the work of a queue, in words for those who look after the portal."""

from collections.abc import Iterable

from samarbejde.workers.models import Worker
from samarbejde.workers.queues import MAIL, PDF, QUEUES

ABSENT = {
    MAIL: "Portalen sender ingen e-mails lige nu.",
    PDF: "Portalen laver ingen PDF'er lige nu.",
}
STUCK = {
    MAIL: "Portalen er gået i stå med at sende e-mails.",
    PDF: "Portalen er gået i stå med at lave PDF'er.",
}


def faults() -> dict[str, str]:
    """Queue → what is wrong there, for those where something is."""
    workers = list(Worker.objects.all())
    found = {queue: _fault(queue, [w for w in workers if w.queue == queue]) for queue in QUEUES}
    return {queue: fault for queue, fault in found.items() if fault}


def _fault(queue: str, workers: Iterable[Worker]) -> str:
    alive = [worker for worker in workers if worker.is_alive]
    if not alive:
        return ABSENT[queue]
    return STUCK[queue] if any(worker.is_stuck for worker in alive) else ""
