"""Files go with the answers to duties; those that were handed in are kept as they were."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('attachments', '0001_files_by_their_content'),
        ('plans', '0046_writers_of_local_plans'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AnswerAttachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='navn')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='vedlagt')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='vedlagt af')),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='plans.dutyanswer', verbose_name='svar på opgaven')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='attachments.storedfile', verbose_name='fil')),
            ],
            options={
                'verbose_name': 'bilag til et svar',
                'verbose_name_plural': 'bilag til svar',
                'ordering': ['added_at', 'pk'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('answer', 'file'), name='an_answer_has_a_file_once'), models.UniqueConstraint(fields=('answer', 'name'), name='an_answers_attachments_differ_by_name'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='an_answers_attachment_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='SubmittedAttachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='navn')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='vedlagt')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='vedlagt af')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='attachments.storedfile', verbose_name='fil')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='plans.answersubmission', verbose_name='indsendt svar')),
            ],
            options={
                'verbose_name': 'bilag til et indsendt svar',
                'verbose_name_plural': 'bilag til indsendte svar',
                'ordering': ['added_at', 'pk'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('submission', 'file'), name='a_submission_has_a_file_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_submitted_attachment_has_a_name')],
            },
        ),
        *append_only("plans_submittedattachment"),
    ]
