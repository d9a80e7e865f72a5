"""What can be known of the steps that were taken before versions were kept: each has its frozen text."""

from django.db import migrations


def keep_what_is_known(apps, schema_editor):
    KeptVersion = apps.get_model("plans", "KeptVersion")
    rounds = apps.get_model("plans", "SignatureRound").objects.order_by("pk")
    passes = apps.get_model("plans", "CorrectionPass").objects.select_related("discussion").order_by("pk")
    made = apps.get_model("plans", "CorrectionsMade").objects.select_related("correction_pass__discussion")
    found = [
        *(_version(one.discussion.plan_id, "Drøftet i kredsrådet", one.text_id, one.begun_at, one.begun_by_id) for one in passes),
        *(
            _version(one.correction_pass.discussion.plan_id, "Rettet efter drøftelsen", one.text_id, one.ended_at, one.ended_by_id)
            for one in made.order_by("pk")
        ),
        # Without a deadline the names stood on paper, and nobody was asked.
        *(
            _version(
                one.plan_id,
                "Sendt til underskrift" if one.deadline else "Underskrevet",
                one.text_id,
                one.opened_at,
                one.opened_by_id,
            )
            for one in rounds
        ),
    ]
    for kept in sorted(found, key=lambda kept: kept["kept_at"]):
        KeptVersion.objects.create(**kept)


def _version(plan_id, name, text_id, kept_at, kept_by_id):
    return {"plan_id": plan_id, "name": name, "text_id": text_id, "kept_at": kept_at, "kept_by_id": kept_by_id}


class Migration(migrations.Migration):

    dependencies = [
        ("plans", "0022_kept_versions"),
    ]

    operations = [
        migrations.RunPython(keep_what_is_known, migrations.RunPython.noop),
    ]
