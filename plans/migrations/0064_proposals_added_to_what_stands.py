"""A proposal's words can follow those of a topic that stands, or be suggested for a section."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0019_letters_of_a_municipality'),
        ('plans', '0063_reused_and_entered_proposals'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='decision',
            name='a_decision_has_a_known_outcome',
        ),
        migrations.RemoveConstraint(
            model_name='pendingdecision',
            name='a_pending_decision_has_a_known_outcome',
        ),
        migrations.RemoveConstraint(
            model_name='pendingdecision',
            name='what_is_rejected_or_merged_has_a_reason_at_once',
        ),
        migrations.RemoveConstraint(
            model_name='pendingdecision',
            name='what_is_accepted_has_words_for_the_plan',
        ),
        migrations.RemoveConstraint(
            model_name='pendingdecision',
            name='only_what_comes_into_the_plan_names_proposers',
        ),
        migrations.RemoveConstraint(
            model_name='proposal',
            name='a_proposal_has_a_known_state',
        ),
        migrations.AddField(
            model_name='historicalproposal',
            name='suggestion',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.suggestion', verbose_name='blev til ændringsforslag'),
        ),
        migrations.AddField(
            model_name='pendingdecision',
            name='onto',
            field=models.UUIDField(blank=True, null=True, verbose_name='slægten af det emne eller afsnit, som teksten føjes til'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='suggestion',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposal', to='plans.suggestion', verbose_name='blev til ændringsforslag'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='outcome',
            field=models.CharField(choices=[('accepted_district', 'optaget som kredsdækkende'), ('accepted_local', 'optaget som lokalt emne'), ('suggested', 'givet videre som ændring af et afsnit'), ('rejected', 'afvist'), ('merged', 'samlet med et andet forslag')], max_length=20, verbose_name='afgørelse'),
        ),
        migrations.AlterField(
            model_name='historicalproposal',
            name='state',
            field=models.CharField(choices=[('draft', 'kladde'), ('submitted', 'indsendt'), ('changes_requested', 'ændringer ønskes'), ('recommended', 'indstillet'), ('accepted_district', 'optaget som kredsdækkende'), ('accepted_local', 'optaget som lokalt emne'), ('suggested', 'givet videre som ændring af et afsnit'), ('rejected', 'afvist'), ('merged', 'samlet med et andet forslag'), ('withdrawn', 'trukket tilbage'), ('postponed', 'flyttet til næste år')], default='draft', max_length=20, verbose_name='tilstand'),
        ),
        migrations.AlterField(
            model_name='pendingdecision',
            name='outcome',
            field=models.CharField(choices=[('accepted_district', 'optaget som kredsdækkende'), ('accepted_local', 'optaget som lokalt emne'), ('suggested', 'givet videre som ændring af et afsnit'), ('rejected', 'afvist'), ('merged', 'samlet med et andet forslag')], max_length=20, verbose_name='afgørelse'),
        ),
        migrations.AlterField(
            model_name='proposal',
            name='state',
            field=models.CharField(choices=[('draft', 'kladde'), ('submitted', 'indsendt'), ('changes_requested', 'ændringer ønskes'), ('recommended', 'indstillet'), ('accepted_district', 'optaget som kredsdækkende'), ('accepted_local', 'optaget som lokalt emne'), ('suggested', 'givet videre som ændring af et afsnit'), ('rejected', 'afvist'), ('merged', 'samlet med et andet forslag'), ('withdrawn', 'trukket tilbage'), ('postponed', 'flyttet til næste år')], default='draft', max_length=20, verbose_name='tilstand'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['accepted_district', 'accepted_local', 'suggested', 'rejected', 'merged'])), name='a_decision_has_a_known_outcome'),
        ),
        migrations.AddConstraint(
            model_name='pendingdecision',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['accepted_district', 'accepted_local', 'suggested', 'rejected', 'merged'])), name='a_pending_decision_has_a_known_outcome'),
        ),
        migrations.AddConstraint(
            model_name='pendingdecision',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ('accepted_district', 'accepted_local', 'suggested')), models.Q(('reason', ''), _negated=True), _connector='OR'), name='what_is_rejected_or_merged_has_a_reason_at_once'),
        ),
        migrations.AddConstraint(
            model_name='pendingdecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome__in', ('accepted_district', 'accepted_local', 'suggested')), models.Q(('title', ''), _negated=True), models.Q(('text', ''), _negated=True)), models.Q(models.Q(('outcome__in', ('accepted_district', 'accepted_local', 'suggested')), _negated=True), ('text', ''), ('title', '')), _connector='OR'), name='what_is_accepted_has_words_for_the_plan'),
        ),
        migrations.AddConstraint(
            model_name='pendingdecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('onto__isnull', False), ('outcome', 'suggested')), ('outcome__in', ('accepted_district', 'accepted_local')), models.Q(models.Q(('outcome__in', ('accepted_district', 'accepted_local', 'suggested')), _negated=True), ('onto__isnull', True)), _connector='OR'), name='what_is_suggested_for_a_section_says_for_which'),
        ),
        migrations.AddConstraint(
            model_name='pendingdecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('onto__isnull', True), ('outcome__in', ('accepted_district', 'accepted_local'))), ('names_proposers', False), _connector='OR'), name='only_what_comes_into_the_plan_names_proposers'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'changes_requested', 'recommended', 'accepted_district', 'accepted_local', 'suggested', 'rejected', 'merged', 'withdrawn', 'postponed'])), name='a_proposal_has_a_known_state'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'suggested'), ('suggestion__isnull', False)), models.Q(models.Q(('state', 'suggested'), _negated=True), ('suggestion__isnull', True)), _connector='OR'), name='what_is_suggested_for_a_section_is_a_suggestion'),
        ),
    ]
