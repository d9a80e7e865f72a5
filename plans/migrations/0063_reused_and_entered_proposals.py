from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("plans", "0062_files_and_senders_of_proposals")]

    operations = [
        migrations.AddField(
            "proposal",
            "based_on",
            models.ForeignKey(
                "plans.proposal",
                models.PROTECT,
                blank=True,
                null=True,
                related_name="reused",
                verbose_name="skrevet efter",
            ),
        ),
        migrations.AddField(
            "historicalproposal",
            "based_on",
            models.ForeignKey(
                "plans.proposal",
                models.DO_NOTHING,
                blank=True,
                null=True,
                db_constraint=False,
                related_name="+",
                verbose_name="skrevet efter",
            ),
        ),
        *(
            migrations.AddField(
                table, "received_on", models.DateField("modtaget pr. e-mail", blank=True, null=True)
            )
            for table in ("proposal", "historicalproposal")
        ),
        migrations.AddConstraint(
            "proposal",
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(submitted_at__isnull=False),
                name="what_came_by_mail_was_handed_in",
            ),
        ),
    ]
