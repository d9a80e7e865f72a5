"""A proposal that was handed in has a number: the year, its kommune's letters, the how manieth of its lokalråd."""

from collections import Counter

from django.db import migrations, models
from django.db.models import Min, Q
from django.db.models.functions import Coalesce

CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"


def give_numbers(apps, schema_editor):
    Proposal = apps.get_model("plans", "Proposal")
    given = Counter()
    handed_in = Proposal.objects.exclude(submitted_at=None).filter(number=None)
    first = handed_in.annotate(first=Coalesce(Min("submissions__submitted_at"), "submitted_at"))
    places = ("pk", "round", "council", "round__plan__year", "council__municipality__letters")
    for pk, round_, council, year, letters in first.order_by("first", "pk").values_list(*places):
        given[round_, council] += 1
        Proposal.objects.filter(pk=pk).update(number=f"{year}-{letters}-{given[round_, council]:02}")


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0054_round_opens_by_itself"),
        ("councils", "0019_letters_of_a_municipality"),
    ]

    operations = [
        migrations.AddField(
            "proposal",
            "number",
            models.CharField("nummer", editable=False, max_length=15, null=True, unique=True),
        ),
        migrations.AddField(
            "historicalproposal",
            "number",
            models.CharField("nummer", db_index=True, editable=False, max_length=15, null=True),
        ),
        migrations.RunPython(give_numbers, migrations.RunPython.noop),
        migrations.RunSQL(CHECKED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "proposal",
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True)
                | Q(number__isnull=False, number__regex="^[0-9]{4}-[A-ZÆØÅ]{3}-[0-9]{2,}$"),
                name="what_was_handed_in_has_a_number",
            ),
        ),
    ]
