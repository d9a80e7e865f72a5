"""A topic names the projects that it embraces."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("plans", "0034_pictures_in_plans")]

    operations = [
        *(
            migrations.AddField(table, "projects", models.JSONField("projekter", blank=True, default=list))
            for table in ("focusarea", "historicalfocusarea")
        ),
        migrations.AddConstraint(
            "focusarea",
            models.CheckConstraint(condition=Q(projects__contains=[]), name="a_topics_projects_are_a_list"),
        ),
    ]
