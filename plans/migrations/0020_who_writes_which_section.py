"""Who writes which section, how far it is, what may be changed in it, and what whoever writes is told."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

OWNER = {"blank": True, "null": True, "related_name": "+"}
STATUSES = [("todo", "ikke begyndt"), ("writing", "i gang"), ("ready", "klar")]
MODES = [("free", "fri"), ("facts", "kun fakta"), ("locked", "låst")]
HELP = "Til den, der skriver; vises aldrig ude"


def _added(name):
    on_delete = django.db.models.deletion
    owner = (
        models.ForeignKey(
            settings.AUTH_USER_MODEL, on_delete.PROTECT, verbose_name="ansvarlig", **OWNER
        )
        if name == "section"
        else models.ForeignKey(
            settings.AUTH_USER_MODEL,
            on_delete.DO_NOTHING,
            db_constraint=False,
            verbose_name="ansvarlig",
            **OWNER,
        )
    )
    words = {"max_length": 10}
    return [
        migrations.AddField(name, "owner", owner),
        migrations.AddField(
            name,
            "status",
            models.CharField("status", choices=STATUSES, default="todo", **words),
        ),
        migrations.AddField(
            name, "guidance", models.TextField("vejledning", blank=True, default="", help_text=HELP)
        ),
        migrations.AddField(
            name,
            "mode",
            models.CharField("hvad der må rettes", choices=MODES, default="free", **words),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0019_words_replaced_over_a_plan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *_added("section"),
        *_added("historicalsection"),
        migrations.AddConstraint(
            "section",
            models.CheckConstraint(
                condition=Q(status__in=["todo", "writing", "ready"], mode__in=["free", "facts", "locked"]),
                name="a_section_has_a_known_status_and_edit_mode",
            ),
        ),
    ]
