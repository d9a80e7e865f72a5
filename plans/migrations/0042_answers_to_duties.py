"""Bodies answer the duties that are laid on them; what they hand in, and what is asked of it, is kept."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0009_notice_of_meetings'),
        ('plans', '0041_partners_outside'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DutyAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('progress', models.CharField(blank=True, choices=[('not_begun', 'ikke begyndt'), ('under_way', 'i gang'), ('in_place', 'på plads'), ('stopped', 'stoppet')], max_length=10, verbose_name='status')),
                ('text', models.TextField(blank=True, verbose_name='svar')),
                ('figures', models.TextField(blank=True, verbose_name='tal')),
                ('state', models.CharField(choices=[('draft', 'kladde'), ('submitted', 'indsendt'), ('returned', 'sendt tilbage med et spørgsmål'), ('seen', 'set af sekretariatet')], default='draft', max_length=10, verbose_name='tilstand')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.council', verbose_name='råd')),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='plans.duty', verbose_name='opgave')),
            ],
            options={
                'verbose_name': 'svar på en opgave',
                'verbose_name_plural': 'svar på opgaver',
                'ordering': ['duty', 'council__sort_key'],
            },
        ),
        migrations.CreateModel(
            name='AnswerSubmission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('progress', models.CharField(blank=True, choices=[('not_begun', 'ikke begyndt'), ('under_way', 'i gang'), ('in_place', 'på plads'), ('stopped', 'stoppet')], max_length=10, verbose_name='status')),
                ('text', models.TextField(blank=True, verbose_name='svar')),
                ('figures', models.TextField(blank=True, verbose_name='tal')),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('submitted_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='indsendt')),
                ('submitted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='indsendt af')),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='plans.dutyanswer', verbose_name='svar på opgaven')),
            ],
            options={
                'verbose_name': 'indsendt svar',
                'verbose_name_plural': 'indsendte svar',
                'ordering': ['answer', '-number'],
            },
        ),
        migrations.CreateModel(
            name='DutyReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days_left', models.SmallIntegerField(verbose_name='dage til fristen')),
                ('due_on', models.DateField(verbose_name='frist')),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sendt')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.council', verbose_name='råd')),
                ('duty', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='plans.duty', verbose_name='opgave')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'påmindelse om en opgave',
                'verbose_name_plural': 'påmindelser om opgaver',
            },
        ),
        migrations.CreateModel(
            name='HistoricalDutyAnswer',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('progress', models.CharField(blank=True, choices=[('not_begun', 'ikke begyndt'), ('under_way', 'i gang'), ('in_place', 'på plads'), ('stopped', 'stoppet')], max_length=10, verbose_name='status')),
                ('text', models.TextField(blank=True, verbose_name='svar')),
                ('figures', models.TextField(blank=True, verbose_name='tal')),
                ('state', models.CharField(choices=[('draft', 'kladde'), ('submitted', 'indsendt'), ('returned', 'sendt tilbage med et spørgsmål'), ('seen', 'set af sekretariatet')], default='draft', max_length=10, verbose_name='tilstand')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('council', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.council', verbose_name='råd')),
                ('duty', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.duty', verbose_name='opgave')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical svar på en opgave',
                'verbose_name_plural': 'historical svar på opgaver',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='AnswerQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='spørgsmål')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='spurgt')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='spurgt af')),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='question', to='plans.answersubmission', verbose_name='indsendt svar')),
            ],
            options={
                'verbose_name': 'spørgsmål til et svar',
                'verbose_name_plural': 'spørgsmål til svar',
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='a_question_asks_something')],
            },
        ),
        migrations.AddConstraint(
            model_name='dutyanswer',
            constraint=models.UniqueConstraint(fields=('duty', 'council'), name='a_council_answers_a_duty_once'),
        ),
        migrations.AddConstraint(
            model_name='dutyanswer',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'returned', 'seen'])), name='an_answer_has_a_known_state'),
        ),
        migrations.AddConstraint(
            model_name='dutyanswer',
            constraint=models.CheckConstraint(condition=models.Q(('progress', ''), ('progress__in', ['not_begun', 'under_way', 'in_place', 'stopped']), _connector='OR'), name='an_answer_says_a_known_progress'),
        ),
        migrations.AddConstraint(
            model_name='dutyanswer',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('progress', ''), ('text', ''), _negated=True), _connector='OR'), name='an_answer_that_was_handed_in_says_something'),
        ),
        migrations.AddConstraint(
            model_name='answersubmission',
            constraint=models.UniqueConstraint(fields=('answer', 'number'), name='submitted_answers_are_numbered'),
        ),
        migrations.AddConstraint(
            model_name='dutyreminder',
            constraint=models.UniqueConstraint(fields=('duty', 'council', 'person', 'days_left', 'due_on'), name='a_person_is_reminded_of_a_duty_once'),
        ),
        *append_only("plans_answersubmission"),
        *append_only("plans_answerquestion"),
    ]
