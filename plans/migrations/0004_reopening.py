import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_proposal_submissions")]

    operations = [
        migrations.AlterModelOptions(
            "discussion",
            {"ordering": ["-recorded_at", "-pk"], "verbose_name": "drøftelse", "verbose_name_plural": "drøftelser"},
        ),
        migrations.AlterModelOptions(
            "signatureround",
            {
                "ordering": ["-opened_at", "-pk"],
                "verbose_name": "underskriftsrunde",
                "verbose_name_plural": "underskriftsrunder",
            },
        ),
        migrations.AlterField(
            "discussion",
            "plan",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="discussions",
                to="plans.plan",
                verbose_name="plan",
            ),
        ),
        migrations.AddField(
            "discussion",
            "stood_until",
            models.DateTimeField(blank=True, null=True, verbose_name="gjaldt, til planen blev kladde igen"),
        ),
        migrations.AddConstraint(
            "discussion",
            models.UniqueConstraint(
                condition=Q(stood_until=None), fields=("plan",), name="one_standing_discussion_per_plan"
            ),
        ),
        migrations.AddField(
            "signatureround",
            "reminded_on",
            models.DateField(blank=True, null=True, verbose_name="senest påmindet"),
        ),
        migrations.AlterField(
            "signatureround",
            "state",
            models.CharField(
                choices=[
                    ("open", "i gang"),
                    ("complete", "fuldført"),
                    ("voided", "bortfaldet"),
                    ("superseded", "afløst"),
                ],
                default="open",
                max_length=10,
                verbose_name="tilstand",
            ),
        ),
        migrations.RemoveConstraint("signatureround", "a_signature_round_has_a_known_state"),
        migrations.AddConstraint(
            "signatureround",
            models.CheckConstraint(
                condition=Q(state__in=["open", "complete", "voided", "superseded"]),
                name="a_signature_round_has_a_known_state",
            ),
        ),
        migrations.AddConstraint(
            "signatureround",
            models.CheckConstraint(
                condition=Q(closed_at=None, state="open") | (~Q(state="open") & Q(closed_at__isnull=False)),
                name="a_round_that_is_over_has_a_time",
            ),
        ),
        # No publication was ordered before this column came.
        migrations.AddField(
            "publication",
            "discussion",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publications",
                to="plans.discussion",
                verbose_name="efter drøftelsen",
            ),
        ),
    ]
