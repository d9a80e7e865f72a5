import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_personal_links"), ("outbox", "0001_initial")]

    operations = [
        migrations.AddField(
            "message",
            "link",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.personallink", verbose_name="personligt link"),
        ),
        migrations.AddField("message", "is_to_former_address", models.BooleanField(default=False, verbose_name="til en tidligere adresse")),
        migrations.AlterField(
            "message",
            "state",
            models.CharField(choices=[("queued", "venter på at blive sendt"), ("sent", "sendt"), ("given_up", "kunne ikke sendes"), ("lapsed", "bortfaldet")], default="queued", max_length=10, verbose_name="tilstand"),
        ),
        migrations.RemoveConstraint("message", "a_message_has_a_known_state"),
        migrations.AddConstraint(
            "message",
            models.CheckConstraint(condition=models.Q(("state__in", ["queued", "sent", "given_up", "lapsed"])), name="a_message_has_a_known_state"),
        ),
    ]
