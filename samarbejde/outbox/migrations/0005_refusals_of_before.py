from django.db import migrations


def write_down(apps, schema_editor):
    """What was given up before refusals were kept: the hour of its last attempt is the best that is known."""
    refusal = apps.get_model("outbox", "Refusal")
    given_up = apps.get_model("outbox", "Message").objects.filter(state="given_up")
    refusal.objects.bulk_create(
        refusal(
            message=message,
            address=message.address,
            refused_at=message.next_attempt_at,
            answer=message.last_error,
        )
        for message in given_up.iterator()
    )


class Migration(migrations.Migration):

    dependencies = [("outbox", "0004_refusals")]

    operations = [migrations.RunPython(write_down, migrations.RunPython.noop)]
