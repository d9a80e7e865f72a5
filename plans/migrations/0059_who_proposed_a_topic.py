"""A topic knows which lokalråd proposed it, and whether citizens are told."""

from collections import defaultdict

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from django.db.models import Q

CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"


def name_proposers(apps, schema_editor):
    """Of the topics that proposals became: their lokalråd, and those whose proposals are merged with them."""
    Proposal = apps.get_model("plans", "Proposal")
    parts = defaultdict(list)
    for proposal in Proposal.objects.exclude(merged_into=None).order_by("council__sort_key", "pk"):
        parts[proposal.merged_into_id].append(proposal)
    for proposal in Proposal.objects.exclude(focus_area=None).select_related("focus_area").order_by("pk"):
        area, rest, found = proposal.focus_area, [proposal], []
        while rest:
            part = rest.pop(0)
            found.append(part.council_id)
            rest += parts[part.pk]
            if part.carried_from_id:
                rest += parts[part.carried_from_id]
        area.proposer_ids = list(dict.fromkeys([*area.proposer_ids, *found]))
        area.save(update_fields=["proposer_ids"])


class Migration(migrations.Migration):
    dependencies = [("plans", "0058_why_a_proposal_is_withdrawn")]

    operations = [
        *(
            migrations.AddField(table, name, field)
            for table in ("focusarea", "historicalfocusarea")
            for name, field in (
                (
                    "proposer_ids",
                    ArrayField(
                        models.BigIntegerField(),
                        verbose_name="foreslået af lokalrådene",
                        default=list,
                        blank=True,
                    ),
                ),
                (
                    "names_proposers",
                    models.BooleanField("borgerne ser, hvem der foreslog det", default=False),
                ),
            )
        ),
        migrations.RunPython(name_proposers, migrations.RunPython.noop),
        migrations.RunSQL(CHECKED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "focusarea",
            models.CheckConstraint(
                condition=Q(names_proposers=False) | Q(proposer_ids__len__gt=0),
                name="only_a_proposed_topic_names_who_proposed_it",
            ),
        ),
        migrations.AddField(
            "pendingdecision",
            "names_proposers",
            models.BooleanField("nævner, hvem der foreslog det", default=False),
        ),
        migrations.AddConstraint(
            "pendingdecision",
            models.CheckConstraint(
                condition=Q(outcome__in=["accepted_district", "accepted_local"]) | Q(names_proposers=False),
                name="only_what_comes_into_the_plan_names_proposers",
            ),
        ),
    ]
