"""Meetings are planned, called and minuted here; those that stand were held, on a day without a clock."""

import django.db.models.constraints
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0007_laws_come_along'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgendaRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='overskrift')),
                ('text', models.TextField(blank=True, verbose_name='hvorfor')),
                ('state', models.CharField(choices=[('waiting', 'venter på svar'), ('taken', 'på dagsordenen'), ('declined', 'ikke taget på')], default='waiting', max_length=10, verbose_name='tilstand')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='ønsket')),
                ('answer', models.TextField(blank=True, verbose_name='svar')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='besvaret')),
            ],
            options={
                'verbose_name': 'ønsket punkt',
                'verbose_name_plural': 'ønskede punkter',
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Apology',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stand_in', models.CharField(blank=True, max_length=200, verbose_name='hvem kommer i stedet')),
                ('told_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='meldt')),
            ],
            options={
                'verbose_name': 'afbud',
                'verbose_name_plural': 'afbud',
                'ordering': ['told_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='navn')),
                ('title', models.CharField(blank=True, max_length=150, verbose_name='titel')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('was_present', models.BooleanField(null=True, verbose_name='mødte')),
            ],
            options={
                'verbose_name': 'gæst',
                'verbose_name_plural': 'gæster',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalMeetingRules',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('notice_days', models.PositiveSmallIntegerField(default=14, verbose_name='indkaldes dage før')),
                ('approval_days', models.PositiveSmallIntegerField(default=14, verbose_name='referatet er godkendt efter dage')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical regler for møder',
                'verbose_name_plural': 'historical regler for møder',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='MeetingRules',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('notice_days', models.PositiveSmallIntegerField(default=14, verbose_name='indkaldes dage før')),
                ('approval_days', models.PositiveSmallIntegerField(default=14, verbose_name='referatet er godkendt efter dage')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                'verbose_name': 'regler for møder',
                'verbose_name_plural': 'regler for møder',
            },
        ),
        migrations.RemoveConstraint(
            model_name='agendaitem',
            name='an_agenda_has_one_item_per_number',
        ),
        migrations.RemoveConstraint(
            model_name='meeting',
            name='a_council_meets_once_a_day',
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='carried_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='carried_to', to='councils.agendaitem', verbose_name='udsat fra'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='decision',
            field=models.TextField(blank=True, verbose_name='beslutning'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='follow_up_by',
            field=models.CharField(blank=True, max_length=200, verbose_name='hvem følger op'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='follow_up_due',
            field=models.DateField(blank=True, null=True, verbose_name='følges op senest'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='is_closed',
            field=models.BooleanField(default=False, verbose_name='lukket punkt'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='is_postponed',
            field=models.BooleanField(default=False, verbose_name='udsat til næste møde'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='presenter',
            field=models.CharField(blank=True, max_length=200, verbose_name='hvem lægger frem'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='source',
            field=models.CharField(blank=True, max_length=80, verbose_name='kommer af'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='text',
            field=models.TextField(blank=True, verbose_name='sagsfremstilling'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='carried_from',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.agendaitem', verbose_name='udsat fra'),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='decision',
            field=models.TextField(blank=True, verbose_name='beslutning'),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='follow_up_by',
            field=models.CharField(blank=True, max_length=200, verbose_name='hvem følger op'),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='follow_up_due',
            field=models.DateField(blank=True, null=True, verbose_name='følges op senest'),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='is_closed',
            field=models.BooleanField(default=False, verbose_name='lukket punkt'),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='is_postponed',
            field=models.BooleanField(default=False, verbose_name='udsat til næste møde'),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='presenter',
            field=models.CharField(blank=True, max_length=200, verbose_name='hvem lægger frem'),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='source',
            field=models.CharField(blank=True, max_length=80, verbose_name='kommer af'),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='text',
            field=models.TextField(blank=True, verbose_name='sagsfremstilling'),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='called_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='indkaldt'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='called_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='cancelled_reason',
            field=models.TextField(blank=True, verbose_name='hvorfor aflyst'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='ends_at',
            field=models.TimeField(blank=True, null=True, verbose_name='slutter'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='is_public',
            field=models.BooleanField(default=False, verbose_name='åbent møde'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='late_notice_reason',
            field=models.TextField(blank=True, verbose_name='hvorfor så sent indkaldt'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='link',
            field=models.URLField(blank=True, verbose_name='link til mødet'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='notice_by',
            field=models.DateField(blank=True, null=True, verbose_name='indkaldes senest'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='starts_at',
            field=models.TimeField(blank=True, null=True, verbose_name='begynder'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='state',
            field=models.CharField(choices=[('planned', 'planlagt'), ('called', 'indkaldt'), ('held', 'holdt'), ('minutes_sent', 'referat sendt'), ('approved', 'referat godkendt'), ('cancelled', 'aflyst')], default='held', editable=False, max_length=12, verbose_name='tilstand'),
        ),
        migrations.AlterField(
            model_name='historicalmeeting',
            name='state',
            field=models.CharField(choices=[('planned', 'planlagt'), ('called', 'indkaldt'), ('held', 'holdt'), ('minutes_sent', 'referat sendt'), ('approved', 'referat godkendt'), ('cancelled', 'aflyst')], default='planned', editable=False, max_length=12, verbose_name='tilstand'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='meeting',
            name='called_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='indkaldt'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='called_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='meeting',
            name='cancelled_reason',
            field=models.TextField(blank=True, verbose_name='hvorfor aflyst'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='ends_at',
            field=models.TimeField(blank=True, null=True, verbose_name='slutter'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='is_public',
            field=models.BooleanField(default=False, verbose_name='åbent møde'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='late_notice_reason',
            field=models.TextField(blank=True, verbose_name='hvorfor så sent indkaldt'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='link',
            field=models.URLField(blank=True, verbose_name='link til mødet'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='notice_by',
            field=models.DateField(blank=True, null=True, verbose_name='indkaldes senest'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='starts_at',
            field=models.TimeField(blank=True, null=True, verbose_name='begynder'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='state',
            field=models.CharField(choices=[('planned', 'planlagt'), ('called', 'indkaldt'), ('held', 'holdt'), ('minutes_sent', 'referat sendt'), ('approved', 'referat godkendt'), ('cancelled', 'aflyst')], default='held', editable=False, max_length=12, verbose_name='tilstand'),
        ),
        migrations.AlterField(
            model_name='meeting',
            name='state',
            field=models.CharField(choices=[('planned', 'planlagt'), ('called', 'indkaldt'), ('held', 'holdt'), ('minutes_sent', 'referat sendt'), ('approved', 'referat godkendt'), ('cancelled', 'aflyst')], default='planned', editable=False, max_length=12, verbose_name='tilstand'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AlterField(
            model_name='historicalmeeting',
            name='place',
            field=models.CharField(blank=True, max_length=150, verbose_name='sted'),
        ),
        migrations.AlterField(
            model_name='meeting',
            name='place',
            field=models.CharField(blank=True, max_length=150, verbose_name='sted'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('meeting', 'position'), name='an_agenda_has_one_item_per_number'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(condition=models.Q(('source', ''), _negated=True), fields=('meeting', 'source'), name='a_source_stands_on_an_agenda_once'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'cancelled'), _negated=True), fields=('council', 'held_on'), name='a_council_meets_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'called', 'held', 'minutes_sent', 'approved', 'cancelled'])), name='a_meeting_has_a_known_state'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at', None), models.Q(('ends_at__gt', models.F('starts_at')), ('starts_at__isnull', False)), _connector='OR'), name='a_meeting_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('notice_by', None), ('notice_by__lte', models.F('held_on')), _connector='OR'), name='a_meeting_is_called_before_it_is_held'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'called'), _negated=True), models.Q(models.Q(models.Q(('place', ''), _negated=True), models.Q(('link', ''), _negated=True), _connector='OR'), ('called_at__isnull', False)), _connector='OR'), name='a_called_meeting_tells_where_and_has_its_notice'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'cancelled'), _negated=True), models.Q(('cancelled_reason', ''), _negated=True), _connector='OR'), name='a_cancelled_meeting_has_a_reason'),
        ),
        migrations.AddField(
            model_name='agendarequest',
            name='answered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='besvaret af'),
        ),
        migrations.AddField(
            model_name='agendarequest',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ønsket af'),
        ),
        migrations.AddField(
            model_name='agendarequest',
            name='council',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda_requests', to='councils.council', verbose_name='råd'),
        ),
        migrations.AddField(
            model_name='agendarequest',
            name='item',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='requests', to='councils.agendaitem', verbose_name='dagsordenspunkt'),
        ),
        migrations.AddField(
            model_name='apology',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='apologies', to='councils.meeting', verbose_name='møde'),
        ),
        migrations.AddField(
            model_name='apology',
            name='membership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.membership', verbose_name='medlem'),
        ),
        migrations.AddField(
            model_name='guest',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guests', to='councils.meeting', verbose_name='møde'),
        ),
        migrations.AddField(
            model_name='historicalmeetingrules',
            name='district',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.policedistrict', verbose_name='politikreds'),
        ),
        migrations.AddField(
            model_name='historicalmeetingrules',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='meetingrules',
            name='district',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='meeting_rules', to='councils.policedistrict', verbose_name='politikreds'),
        ),
        migrations.AddConstraint(
            model_name='agendarequest',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'taken', 'declined'])), name='a_request_has_a_known_state'),
        ),
        migrations.AddConstraint(
            model_name='agendarequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='a_declined_request_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='agendarequest',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='a_request_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='apology',
            constraint=models.UniqueConstraint(fields=('meeting', 'membership'), name='a_member_apologises_once'),
        ),
        migrations.AddConstraint(
            model_name='guest',
            constraint=models.UniqueConstraint(fields=('meeting', 'name'), name='a_guest_is_asked_to_a_meeting_once'),
        ),
        migrations.AddConstraint(
            model_name='guest',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_guest_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='meetingrules',
            constraint=models.CheckConstraint(condition=models.Q(('approval_days__range', (1, 90)), ('notice_days__lte', 90)), name='the_rules_for_meetings_are_in_days_up_to_ninety'),
        ),
    ]
