from django_tasks import task

from samarbejde.workers.queues import MAIL


@task(queue_name=MAIL)
def deliver(message_id: int) -> None:
    from samarbejde.outbox.delivery import attempt

    attempt(message_id)
