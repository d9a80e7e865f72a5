"""Whoever is named in a history stays: the portal's role cannot make it forget."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

HISTORIES = (
    "historicalagendaitem",
    "historicalcouncil",
    "historicalfigure",
    "historicalforum",
    "historicalforumparticipation",
    "historicalmeeting",
    "historicalmembership",
    "historicalmunicipality",
    "historicalorganisationunit",
    "historicalpolicedistrict",
    "historicalpolicestation",
    "historicalpreventionarea",
)


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("councils", "0002_local_councils_lie_in_their_district"),
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
