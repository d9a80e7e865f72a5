"""What was decided of last year's text, and whether somebody has read it since."""

from django.db import migrations, models
from django.db.models import Q

CHOICES = [("", "nyt"), ("kept", "videreføres"), ("revised", "revideres")]
TABLES = ("section", "historicalsection", "focusarea", "historicalfocusarea")
KNOWN = {"section": "a_section_is_carried_or_new", "focusarea": "a_topic_is_carried_or_new"}
READ = {"section": "only_a_carried_section_is_unread", "focusarea": "only_a_carried_topic_is_unread"}


def _constraint(table, condition, name):
    return migrations.AddConstraint(table, models.CheckConstraint(condition=condition, name=name))


class Migration(migrations.Migration):
    dependencies = [("plans", "0023_versions_of_plans_that_stand")]

    operations = [
        *(
            migrations.AddField(
                table,
                "carried",
                models.CharField("fra sidste år", max_length=10, choices=CHOICES, default="", blank=True),
            )
            for table in TABLES
        ),
        *(
            migrations.AddField(
                table, "unread", models.BooleanField("videreført uden at være læst", default=False)
            )
            for table in TABLES
        ),
        *(_constraint(table, Q(carried__in=["", "kept", "revised"]), name) for table, name in KNOWN.items()),
        *(_constraint(table, Q(unread=False) | ~Q(carried=""), name) for table, name in READ.items()),
    ]
