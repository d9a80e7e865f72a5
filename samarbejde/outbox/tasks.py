from django_tasks import task


@task()
def deliver(message_id: int) -> None:
    from samarbejde.outbox.delivery import attempt

    attempt(message_id)
