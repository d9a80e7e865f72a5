"""Of what was carried forward, which version of last year's section it came from: later ones can be fetched."""

from django.db import migrations, models

WORDS = "den version af sidste års afsnit, som teksten kommer fra"
# The newest version that stood when the copy was made, for copies that were made before this was kept.
KNOWN = """
UPDATE plans_section AS copy SET carried_version = (
    SELECT kept.version FROM plans_historicalsection AS kept
    WHERE kept.id = source.id AND kept.history_date <= begun.at
    ORDER BY kept.history_date DESC, kept.history_id DESC LIMIT 1
)
FROM plans_plan AS plan, plans_section AS source, (
    SELECT id, min(history_date) AS at FROM plans_historicalsection GROUP BY id
) AS begun
WHERE copy.plan_id = plan.id AND source.plan_id = plan.previous_id AND source.lineage = copy.lineage
    AND begun.id = copy.id AND copy.carried <> ''
"""


def _field():
    return models.PositiveIntegerField(WORDS, null=True, blank=True, editable=False)


class Migration(migrations.Migration):
    dependencies = [("plans", "0027_agreements_of_a_district")]

    operations = [
        migrations.AddField("section", "carried_version", _field()),
        migrations.AddField("historicalsection", "carried_version", _field()),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
    ]
