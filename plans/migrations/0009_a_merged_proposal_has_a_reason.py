from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    """For decisions to come: those of before may lack a reason, and are never changed."""

    dependencies = [("plans", "0008_what_is_signed_fits_together")]

    operations = [
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=~models.Q(outcome="merged") | ~models.Q(reason=""),
                name="a_merged_proposal_has_a_reason",
                violation_error_message="Skriv, hvorfor forslagene samles. Begge lokalråd får det at se.",
            ),
        ),
    ]
