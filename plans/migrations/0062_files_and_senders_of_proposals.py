"""Files go with a proposal, and its lokalråd's chair lets others hand it in."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('attachments', '0001_files_by_their_content'),
        ('councils', '0019_letters_of_a_municipality'),
        ('plans', '0061_answers_by_a_day'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalProposalSender',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('council', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.council', verbose_name='lokalråd')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.proposalround', verbose_name='runde')),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='indsender')),
            ],
            options={
                'verbose_name': 'historical indsender af forslag',
                'verbose_name_plural': 'historical indsendere af forslag',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HandedInAttachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='navn')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='vedlagt')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='vedlagt af')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='attachments.storedfile', verbose_name='fil')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='plans.submission', verbose_name='indsendt udgave')),
            ],
            options={
                'verbose_name': 'bilag til et indsendt forslag',
                'verbose_name_plural': 'bilag til indsendte forslag',
                'ordering': ['added_at', 'pk'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('submission', 'file'), name='a_version_handed_in_has_a_file_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_handed_in_attachment_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='ProposalAttachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='navn')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='vedlagt')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='vedlagt af')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='attachments.storedfile', verbose_name='fil')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='plans.proposal', verbose_name='forslag')),
            ],
            options={
                'verbose_name': 'bilag til et forslag',
                'verbose_name_plural': 'bilag til forslag',
                'ordering': ['added_at', 'pk'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('proposal', 'file'), name='a_proposal_has_a_file_once'), models.UniqueConstraint(fields=('proposal', 'name'), name='a_proposals_attachments_differ_by_name'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_proposals_attachment_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='ProposalSender',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.council', verbose_name='lokalråd')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='senders', to='plans.proposalround', verbose_name='runde')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='indsender')),
            ],
            options={
                'verbose_name': 'indsender af forslag',
                'verbose_name_plural': 'indsendere af forslag',
                'ordering': ['round', 'council', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('round', 'council', 'user'), name='a_sender_is_named_once_in_a_round')],
            },
        ),
        *append_only("plans_handedinattachment"),
    ]
