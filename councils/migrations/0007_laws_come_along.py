"""Every district's register of laws begins with the rules that a samarbejdsplan rests on: names and links."""

import csv
from pathlib import Path

from django.conf import settings
from django.db import migrations
from django.utils import timezone


def add_laws(apps, schema_editor):
    LawQuote = apps.get_model("councils", "LawQuote")
    Record = apps.get_model("councils", "HistoricalLawQuote")
    districts = list(apps.get_model("councils", "PoliceDistrict").objects.filter(laws=None))
    with Path(settings.BASE_DIR, "fixtures", "laws.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    added = LawQuote.objects.bulk_create(
        LawQuote(district=district, **row) for district in districts for row in rows
    )
    Record.objects.bulk_create(
        Record(
            id=law.pk,
            district_id=law.district_id,
            law=law.law,
            paragraph=law.paragraph,
            link=law.link,
            history_date=timezone.now(),
            history_type="+",
        )
        for law in added
    )


class Migration(migrations.Migration):
    dependencies = [("councils", "0006_laws_and_targets")]

    operations = [migrations.RunPython(add_laws, migrations.RunPython.noop)]
