"""A lokalråd's action plans, a topic and a year each, and the activities that they consist of."""

import django.db.models.constraints
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0011_published_minutes'),
        ('plans', '0042_answers_to_duties'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ActionPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lineage', models.UUIDField(verbose_name='emnets slægt')),
                ('topic', models.CharField(max_length=300, verbose_name='emne, som det hed')),
                ('year', models.PositiveSmallIntegerField(verbose_name='år')),
                ('state', models.CharField(choices=[('draft', 'kladde'), ('adopted', 'vedtaget'), ('evaluated', 'evalueret')], default='draft', max_length=10, verbose_name='tilstand')),
                ('goal', models.TextField(blank=True, verbose_name='mål')),
                ('target_group', models.TextField(blank=True, verbose_name='målgruppe')),
                ('local_problem', models.TextField(blank=True, verbose_name='det lokale problem')),
                ('from_police', models.TextField(blank=True, verbose_name='politiets bidrag')),
                ('from_municipality', models.TextField(blank=True, verbose_name='kommunens bidrag')),
                ('from_others', models.TextField(blank=True, verbose_name='andres bidrag')),
                ('evaluation', models.TextField(blank=True, verbose_name='evaluering')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('carried_from', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='carried_to', to='plans.actionplan', verbose_name='ført videre fra')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='action_plans', to='councils.council', verbose_name='lokalråd')),
            ],
            options={
                'verbose_name': 'handleplan',
                'verbose_name_plural': 'handleplaner',
                'ordering': ['-year', 'topic', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='rækkefølge')),
                ('what', models.CharField(max_length=300, verbose_name='aktivitet')),
                ('who', models.CharField(blank=True, max_length=200, verbose_name='hvem')),
                ('with_whom', models.CharField(blank=True, max_length=300, verbose_name='sammen med')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='senest')),
                ('cost', models.CharField(blank=True, max_length=300, verbose_name='hvad det koster')),
                ('seen_by', models.TextField(blank=True, verbose_name='hvordan vi ser, at det virker')),
                ('status', models.CharField(choices=[('not_begun', 'ikke begyndt'), ('under_way', 'i gang'), ('in_place', 'på plads'), ('stopped', 'stoppet')], default='not_begun', max_length=10, verbose_name='status')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='activities', to='plans.actionplan', verbose_name='handleplan')),
            ],
            options={
                'verbose_name': 'aktivitet',
                'verbose_name_plural': 'aktiviteter',
                'ordering': ['plan', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalActionPlan',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('lineage', models.UUIDField(verbose_name='emnets slægt')),
                ('topic', models.CharField(max_length=300, verbose_name='emne, som det hed')),
                ('year', models.PositiveSmallIntegerField(verbose_name='år')),
                ('state', models.CharField(choices=[('draft', 'kladde'), ('adopted', 'vedtaget'), ('evaluated', 'evalueret')], default='draft', max_length=10, verbose_name='tilstand')),
                ('goal', models.TextField(blank=True, verbose_name='mål')),
                ('target_group', models.TextField(blank=True, verbose_name='målgruppe')),
                ('local_problem', models.TextField(blank=True, verbose_name='det lokale problem')),
                ('from_police', models.TextField(blank=True, verbose_name='politiets bidrag')),
                ('from_municipality', models.TextField(blank=True, verbose_name='kommunens bidrag')),
                ('from_others', models.TextField(blank=True, verbose_name='andres bidrag')),
                ('evaluation', models.TextField(blank=True, verbose_name='evaluering')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('carried_from', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.actionplan', verbose_name='ført videre fra')),
                ('council', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.council', verbose_name='lokalråd')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical handleplan',
                'verbose_name_plural': 'historical handleplaner',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalActivity',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='rækkefølge')),
                ('what', models.CharField(max_length=300, verbose_name='aktivitet')),
                ('who', models.CharField(blank=True, max_length=200, verbose_name='hvem')),
                ('with_whom', models.CharField(blank=True, max_length=300, verbose_name='sammen med')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='senest')),
                ('cost', models.CharField(blank=True, max_length=300, verbose_name='hvad det koster')),
                ('seen_by', models.TextField(blank=True, verbose_name='hvordan vi ser, at det virker')),
                ('status', models.CharField(choices=[('not_begun', 'ikke begyndt'), ('under_way', 'i gang'), ('in_place', 'på plads'), ('stopped', 'stoppet')], default='not_begun', max_length=10, verbose_name='status')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.actionplan', verbose_name='handleplan')),
            ],
            options={
                'verbose_name': 'historical aktivitet',
                'verbose_name_plural': 'historical aktiviteter',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name='actionplan',
            constraint=models.UniqueConstraint(fields=('council', 'lineage', 'year'), name='one_action_plan_per_council_topic_and_year'),
        ),
        migrations.AddConstraint(
            model_name='actionplan',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'adopted', 'evaluated'])), name='an_action_plan_has_a_known_state'),
        ),
        migrations.AddConstraint(
            model_name='actionplan',
            constraint=models.CheckConstraint(condition=models.Q(('year__gte', 2007), ('year__lte', 2100)), name='an_action_plan_is_younger_than_the_law'),
        ),
        migrations.AddConstraint(
            model_name='actionplan',
            constraint=models.CheckConstraint(condition=models.Q(('topic', ''), _negated=True), name='an_action_plan_has_a_topic'),
        ),
        migrations.AddConstraint(
            model_name='actionplan',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('goal', ''), _negated=True), _connector='OR'), name='an_adopted_action_plan_has_a_goal'),
        ),
        migrations.AddConstraint(
            model_name='actionplan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'evaluated'), _negated=True), models.Q(('evaluation', ''), _negated=True), _connector='OR'), name='an_evaluated_action_plan_has_an_evaluation'),
        ),
        migrations.AddConstraint(
            model_name='actionplan',
            constraint=models.CheckConstraint(condition=models.Q(('carried_from__isnull', True), models.Q(('carried_from', models.F('pk')), _negated=True), _connector='OR'), name='an_action_plan_does_not_precede_itself'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('plan', 'position'), name='activities_stand_in_an_order'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['not_begun', 'under_way', 'in_place', 'stopped'])), name='an_activity_has_a_known_status'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='an_activity_says_what_is_done'),
        ),
    ]
