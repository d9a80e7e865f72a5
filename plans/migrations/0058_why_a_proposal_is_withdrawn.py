from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """For withdrawals to come: of those of before nobody wrote why."""

    dependencies = [("plans", "0057_handling_of_proposals")]

    operations = [
        *(
            migrations.AddField(
                table,
                "withdrawn_because",
                models.TextField("hvorfor det er trukket tilbage", blank=True, null=True),
            )
            for table in ("proposal", "historicalproposal")
        ),
        AddConstraintNotValid(
            "proposal",
            models.CheckConstraint(
                condition=~Q(state="withdrawn")
                | Q(submitted_at__isnull=True)
                | Q(withdrawn_because__isnull=False) & ~Q(withdrawn_because=""),
                name="what_is_taken_back_has_a_reason",
                violation_error_message="Skriv, hvorfor I trækker forslaget tilbage.",
            ),
        ),
    ]
