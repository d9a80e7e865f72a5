from django_tasks import task

from samarbejde.workers.queues import PDF


@task(queue_name=PDF)
def publish_plan(publication_id: int) -> None:
    from plans.publication.workflow import publish

    publish(publication_id)


@task(queue_name=PDF)
def print_draft(draft_id: int) -> None:
    from plans.publication.workflow import make_draft

    make_draft(draft_id)


@task(queue_name=PDF)
def try_print(trial_id: int) -> None:
    from plans.publication.workflow import try_out

    try_out(trial_id)
