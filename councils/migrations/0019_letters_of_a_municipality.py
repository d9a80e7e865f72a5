"""Each kommune has three letters of its own, which stand in the numbers of its lokalråd's proposals."""

from django.db import migrations, models
from django.db.models import Q

# All others are called by the first three letters of their name.
OF_THEIR_OWN = {
    "0163": "HRL",  # Herlev
    "0210": "FDB",  # Fredensborg
    "0250": "FRS",  # Frederikssund
    "0480": "NFY",  # Nordfyns
    "0607": "FRC",  # Fredericia
    "0630": "VJL",  # Vejle
    "0661": "HOS",  # Holstebro
    "0760": "RSK",  # Ringkøbing-Skjern
    "0810": "BRS",  # Brønderslev
    "0813": "FRH",  # Frederikshavn
}
CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"


def give_letters(apps, schema_editor):
    Municipality = apps.get_model("councils", "Municipality")
    taken = set(OF_THEIR_OWN.values())
    for place in Municipality.objects.order_by("code"):
        letters = OF_THEIR_OWN.get(place.code) or _free(place.name, taken)
        taken.add(letters)
        Municipality.objects.filter(pk=place.pk).update(letters=letters)


def _free(name, taken):
    """The first of the name's letters, in their order, that no other kommune has."""
    first, *rest = [letter for letter in name.upper() if letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"] + ["X"] * 3
    pairs = [(one, other) for n, one in enumerate(rest) for other in rest[n + 1 :]]
    pairs += [(one, other) for one in "XYZ" for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    return next(first + one + other for one, other in pairs if first + one + other not in taken)


class Migration(migrations.Migration):
    dependencies = [("councils", "0018_files_for_citizens")]

    operations = [
        *(
            migrations.AddField(
                table,
                "letters",
                models.CharField(
                    "bogstaver",
                    help_text="Tre bogstaver, som »HER«. De står i numrene på lokalrådets forslag.",
                    max_length=3,
                    null=True,
                    unique=table == "municipality",
                    **({} if table == "municipality" else {"db_index": True}),
                ),
            )
            for table in ("municipality", "historicalmunicipality")
        ),
        migrations.RunPython(give_letters, migrations.RunPython.noop),
        migrations.RunSQL(CHECKED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "municipality",
            models.CheckConstraint(
                condition=Q(letters__isnull=False, letters__regex="^[A-ZÆØÅ]{3}$"),
                name="a_municipality_has_three_letters",
                violation_error_message="Skriv tre store bogstaver, som »HER«.",
            ),
        ),
    ]
