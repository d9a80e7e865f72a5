"""An agreement is the secretariat's to write of: each district that has plans gets those that stand."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q
from django.utils import timezone

CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"
TABLES = ("multiyearagreement", "historicalmultiyearagreement")
COLUMNS = ("name", "from_year", "to_year", "version")


def give_to_districts(apps, schema_editor):
    Agreement = apps.get_model("plans", "MultiYearAgreement")
    Record = apps.get_model("plans", "HistoricalMultiYearAgreement")
    District = apps.get_model("councils", "PoliceDistrict")
    with_plans = apps.get_model("plans", "Plan").objects.values("council__district")
    owners = list(District.objects.filter(pk__in=with_plans).order_by("pk")) or list(District.objects.all())
    for agreement in Agreement.objects.filter(district=None):
        if not owners:
            agreement.delete()
            continue
        values = {name: getattr(agreement, name) for name in COLUMNS}
        first, *others = owners
        Agreement.objects.filter(pk=agreement.pk).update(district=first)
        for owner in others:
            Agreement.objects.create(district=owner, **values)
    known = set(Record.objects.exclude(district_id=None).values_list("id", flat=True))
    Record.objects.bulk_create(
        Record(
            id=agreement.pk,
            district_id=agreement.district_id,
            history_date=timezone.now(),
            history_type="~",
            **{name: getattr(agreement, name) for name in COLUMNS},
        )
        for agreement in Agreement.objects.exclude(pk__in=known)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0026_comments_on_a_draft"),
        ("councils", "0006_laws_and_targets"),
    ]

    operations = [
        *(
            migrations.AddField(table, name, field)
            for table in TABLES
            for name, field in (
                ("parties", models.TextField("parter", blank=True, default="")),
                ("extended_to", models.PositiveSmallIntegerField("forlænget til og med", blank=True, null=True)),
                ("link", models.URLField("link", blank=True, default="")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            )
        ),
        *(
            migrations.AlterField(table, name, field)
            for table in TABLES
            for name, field in (
                ("parties", models.TextField("parter", blank=True)),
                ("link", models.URLField("link", blank=True)),
            )
        ),
        migrations.AlterField(
            "multiyearagreement", "name", models.CharField("navn", max_length=150)
        ),
        migrations.AlterField(
            "historicalmultiyearagreement", "name", models.CharField("navn", max_length=150)
        ),
        migrations.AddField(
            "multiyearagreement",
            "district",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="councils.policedistrict",
                verbose_name="politikreds",
            ),
        ),
        migrations.AddField(
            "historicalmultiyearagreement",
            "district",
            models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="councils.policedistrict",
                verbose_name="politikreds",
            ),
        ),
        migrations.RunPython(give_to_districts, migrations.RunPython.noop),
        migrations.RunSQL(CHECKED, migrations.RunSQL.noop),
        migrations.AlterField(
            "multiyearagreement",
            "district",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="councils.policedistrict",
                verbose_name="politikreds",
            ),
        ),
        migrations.AlterModelOptions(
            "multiyearagreement",
            options={
                "ordering": ["-from_year", "name"],
                "verbose_name": "flerårsaftale",
                "verbose_name_plural": "flerårsaftaler",
            },
        ),
        migrations.AddConstraint(
            "multiyearagreement",
            models.UniqueConstraint(
                fields=("district", "name"), name="an_agreement_has_one_name_in_its_district"
            ),
        ),
        migrations.AddConstraint(
            "multiyearagreement",
            models.CheckConstraint(
                condition=Q(extended_to__isnull=True) | Q(extended_to__gt=F("to_year")),
                name="an_agreement_is_extended_beyond_its_end",
            ),
        ),
    ]
