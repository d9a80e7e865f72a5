from django.db import migrations, models
from django.db.models import Q

WORDED = Q(questions__contains=[]) & ~Q(questions__contains=[{"wording": ""}])
LIST = Q(answers__isnull=True) | Q(answers__contains=[])


class Migration(migrations.Migration):
    """For rounds to come: those of before asked nothing of their own, and their proposals read as before."""

    dependencies = [("plans", "0059_who_proposed_a_topic")]

    operations = [
        *(
            migrations.AddField(
                table, "questions", models.JSONField("spørgsmål", blank=True, default=list)
            )
            for table in ("proposalround", "historicalproposalround")
        ),
        *(
            migrations.AddField(
                table, "answers", models.JSONField("svar på rundens spørgsmål", blank=True, null=True)
            )
            for table in ("proposal", "historicalproposal", "submission")
        ),
        migrations.AddConstraint(
            "proposalround",
            models.CheckConstraint(condition=WORDED, name="a_rounds_questions_say_something"),
        ),
        migrations.AddConstraint(
            "proposal", models.CheckConstraint(condition=LIST, name="a_proposals_answers_are_a_list")
        ),
        migrations.AddConstraint(
            "submission", models.CheckConstraint(condition=LIST, name="a_submissions_answers_are_a_list")
        ),
    ]
