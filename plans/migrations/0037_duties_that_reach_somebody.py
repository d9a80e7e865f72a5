"""A duty says whom it is laid on, what it asks and when; what stood in words is a named office's."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0036_a_draft_printed_by_the_worker'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='duty',
            options={'ordering': ['plan', 'due_year', 'due_quarter', 'due_on', 'position', 'pk'], 'verbose_name': 'opgave', 'verbose_name_plural': 'opgaver'},
        ),
        migrations.AddField(
            model_name='duty',
            name='addressee',
            field=models.CharField(choices=[('all_local', 'alle lokalråd'), ('named', 'bestemte lokalråd'), ('prevention', 'lokalråd med et udpeget område'), ('police', 'politiet'), ('secretariat', 'sekretariatet'), ('contact', 'kontaktudvalget'), ('office', 'et bestemt embede eller en anden')], default='office', max_length=12, verbose_name='hvem'),
        ),
        migrations.AddField(
            model_name='duty',
            name='asked',
            field=models.CharField(choices=[('answer', 'et svar'), ('report', 'en afrapportering'), ('decision', 'en beslutning')], default='answer', max_length=10, verbose_name='hvad der bedes om'),
        ),
        migrations.AddField(
            model_name='duty',
            name='at_meeting',
            field=models.BooleanField(default=False, verbose_name='til kredsrådets møde'),
        ),
        migrations.AddField(
            model_name='duty',
            name='carried_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='carried_to', to='plans.duty', verbose_name='fra sidste år'),
        ),
        migrations.AddField(
            model_name='duty',
            name='condition',
            field=models.CharField(blank=True, max_length=300, verbose_name='betingelse'),
        ),
        migrations.AddField(
            model_name='duty',
            name='council_ids',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name='bestemte lokalråd'),
        ),
        migrations.AddField(
            model_name='duty',
            name='due_on',
            field=models.DateField(blank=True, null=True, verbose_name='dag'),
        ),
        migrations.AddField(
            model_name='historicalduty',
            name='addressee',
            field=models.CharField(choices=[('all_local', 'alle lokalråd'), ('named', 'bestemte lokalråd'), ('prevention', 'lokalråd med et udpeget område'), ('police', 'politiet'), ('secretariat', 'sekretariatet'), ('contact', 'kontaktudvalget'), ('office', 'et bestemt embede eller en anden')], default='office', max_length=12, verbose_name='hvem'),
        ),
        migrations.AddField(
            model_name='historicalduty',
            name='asked',
            field=models.CharField(choices=[('answer', 'et svar'), ('report', 'en afrapportering'), ('decision', 'en beslutning')], default='answer', max_length=10, verbose_name='hvad der bedes om'),
        ),
        migrations.AddField(
            model_name='historicalduty',
            name='at_meeting',
            field=models.BooleanField(default=False, verbose_name='til kredsrådets møde'),
        ),
        migrations.AddField(
            model_name='historicalduty',
            name='carried_from',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.duty', verbose_name='fra sidste år'),
        ),
        migrations.AddField(
            model_name='historicalduty',
            name='condition',
            field=models.CharField(blank=True, max_length=300, verbose_name='betingelse'),
        ),
        migrations.AddField(
            model_name='historicalduty',
            name='council_ids',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None, verbose_name='bestemte lokalråd'),
        ),
        migrations.AddField(
            model_name='historicalduty',
            name='due_on',
            field=models.DateField(blank=True, null=True, verbose_name='dag'),
        ),
        migrations.AlterField(
            model_name='duty',
            name='who',
            field=models.CharField(blank=True, max_length=150, verbose_name='bestemt embede'),
        ),
        migrations.AlterField(
            model_name='historicalduty',
            name='who',
            field=models.CharField(blank=True, max_length=150, verbose_name='bestemt embede'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('addressee__in', ['all_local', 'named', 'prevention', 'police', 'secretariat', 'contact', 'office'])), name='a_duty_has_a_known_addressee'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('asked__in', ['answer', 'report', 'decision'])), name='a_duty_asks_for_something_known'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('addressee', 'named'), ('council_ids__len__gt', 0)), models.Q(models.Q(('addressee', 'named'), _negated=True), ('council_ids', [])), _connector='OR'), name='named_councils_and_no_others_are_listed'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('who', ''), ('addressee', 'office'), _connector='OR'), name='only_a_named_office_is_written_in_words'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__isnull', True), models.Q(('due_quarter', django.db.models.functions.datetime.ExtractQuarter('due_on')), ('due_quarter__isnull', False), ('due_year', django.db.models.functions.datetime.ExtractYear('due_on')), ('due_year__isnull', False)), _connector='OR'), name='a_day_lies_in_its_quarter'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('at_meeting', False), models.Q(('due_on__isnull', True), ('due_quarter__isnull', False)), _connector='OR'), name='a_meeting_is_of_a_quarter'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('condition', ''), ('due_year__isnull', True), _connector='OR'), name='a_condition_has_no_time_beside_it'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.UniqueConstraint(fields=('plan', 'carried_from'), name='a_duty_is_carried_into_a_plan_once'),
        ),
    ]
