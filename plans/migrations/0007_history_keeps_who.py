"""Whoever is named in a history stays: the portal's role cannot make it forget."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

HISTORIES = (
    "historicalduty",
    "historicalextension",
    "historicalfocusarea",
    "historicalmultiyearagreement",
    "historicalplan",
    "historicalpriority",
    "historicalproposal",
    "historicalproposalround",
    "historicalsection",
)


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("plans", "0006_publications_that_failed_for_want_of_pango"),
    ]

    operations = [
        migrations.AlterField(
            history,
            "history_user",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        )
        for history in HISTORIES
    ]
