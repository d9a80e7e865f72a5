"""A proposal and its submissions have their words from one list of fields; the tables stay as they are."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0017_a_topics_title_stands_once")]

    operations = [
        migrations.AlterField(
            "submission", "background", models.TextField(blank=True, verbose_name="baggrund")
        ),
        migrations.AlterField(
            "submission", "text", models.TextField(blank=True, verbose_name="forslag til planens tekst")
        ),
        migrations.AlterField(
            "submission",
            "scope",
            models.CharField(
                choices=[("district", "kredsdækkende"), ("local", "lokal")],
                default="district",
                max_length=10,
                verbose_name="ønsket omfang",
            ),
        ),
    ]
