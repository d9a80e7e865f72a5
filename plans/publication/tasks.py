from django_tasks import task


@task()
def publish_plan(publication_id: int) -> None:
    from plans.publication.workflow import publish

    publish(publication_id)
