"""A lokalråd decides on its prevention areas and changes its own topics; both are kept as they were written."""

import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0014_a_member_says_they_come'),
        ('plans', '0048_lokalraads_plans_are_approved'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PreventionDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('area_name', models.CharField(max_length=150, verbose_name='område, som det hed')),
                ('what', models.CharField(max_length=200, verbose_name='beslutning')),
                ('text', models.TextField(verbose_name='svar til borgerne')),
                ('decided_on', models.DateField(verbose_name='besluttet den')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='skrevet')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='councils.preventionarea', verbose_name='forebyggelsesområde')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='af')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.council', verbose_name='lokalråd')),
            ],
            options={
                'verbose_name': 'beslutning om et forebyggelsesområde',
                'verbose_name_plural': 'beslutninger om forebyggelsesområder',
                'ordering': ['area', models.OrderBy(django.db.models.functions.datetime.ExtractYear('decided_on'), descending=True), '-number'],
                'constraints': [models.UniqueConstraint(models.F('area'), django.db.models.functions.datetime.ExtractYear('decided_on'), models.F('number'), name='decisions_on_an_area_are_numbered'), models.CheckConstraint(condition=models.Q(models.Q(('what', ''), _negated=True), models.Q(('text', ''), _negated=True)), name='a_decision_on_an_area_says_what_and_why')],
            },
        ),
        migrations.CreateModel(
            name='TopicChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lineage', models.UUIDField(verbose_name='emnets slægt')),
                ('topic', models.CharField(max_length=300, verbose_name='emne, som det hed')),
                ('text', models.TextField(verbose_name='ændring')),
                ('reason', models.TextField(verbose_name='begrundelse')),
                ('changed_on', models.DateField(verbose_name='ændret den')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='skrevet')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='af')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.council', verbose_name='lokalråd')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='topic_changes', to='plans.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'ændring af et lokalt emne',
                'verbose_name_plural': 'ændringer af lokale emner',
                'ordering': ['-changed_on', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('reason', ''), _negated=True), models.Q(('topic', ''), _negated=True)), name='a_changed_topic_has_a_reason')],
            },
        ),
        *append_only("plans_preventiondecision"),
        *append_only("plans_topicchange"),
    ]
