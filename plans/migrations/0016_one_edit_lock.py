"""Every row that people edit counts its versions."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0015_obstacles_of_a_publication")]

    operations = [
        migrations.AddField(name, "version", models.PositiveIntegerField(default=1, editable=False))
        for name in ("duty", "historicalduty", "focusarea", "historicalfocusarea")
    ]
