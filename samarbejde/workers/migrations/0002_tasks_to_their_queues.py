from django.db import migrations

QUEUES = {
    "samarbejde.outbox.tasks.deliver": "mail",
    "plans.publication.tasks.publish_plan": "pdf",
}


def to_their_queues(apps, schema_editor):
    """What stood in the one queue of before: nobody looks there any more."""
    tasks = apps.get_model("django_tasks_database", "DBTaskResult").objects.filter(queue_name="default")
    for path, queue in QUEUES.items():
        tasks.filter(task_path=path).update(queue_name=queue)


class Migration(migrations.Migration):

    dependencies = [
        ("workers", "0001_initial"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [migrations.RunPython(to_their_queues, migrations.RunPython.noop)]
