"""The director's yearly account to the kredsråd: its parts, and what was presented, which is kept."""

import django.db.models.constraints
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0012_a_remark_keeps_its_point'),
        ('plans', '0043_action_plans'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalYearlyAccount',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='år')),
                ('state', models.CharField(choices=[('draft', 'kladde'), ('presented', 'forelagt kredsrådet')], default='draft', max_length=10, verbose_name='tilstand')),
                ('drafted_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='tal og svar hentet')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('council', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.council', verbose_name='kredsråd')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical årlig redegørelse',
                'verbose_name_plural': 'historical årlige redegørelser',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='PresentedAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('presented_on', models.DateField(verbose_name='forelagt den')),
                ('presented_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='registreret')),
                ('presented_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='registreret af')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.frozentext', verbose_name='tekst')),
            ],
            options={
                'verbose_name': 'forelagt redegørelse',
                'verbose_name_plural': 'forelagte redegørelser',
                'ordering': ['account', '-number'],
            },
        ),
        migrations.CreateModel(
            name='PresentedAccountFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.BinaryField(verbose_name='PDF')),
                ('presented', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='file', to='plans.presentedaccount', verbose_name='forelagt redegørelse')),
            ],
            options={
                'verbose_name': 'PDF af en forelagt redegørelse',
                'verbose_name_plural': "PDF'er af forelagte redegørelser",
            },
        ),
        migrations.CreateModel(
            name='YearlyAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='år')),
                ('state', models.CharField(choices=[('draft', 'kladde'), ('presented', 'forelagt kredsrådet')], default='draft', max_length=10, verbose_name='tilstand')),
                ('drafted_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='tal og svar hentet')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='yearly_accounts', to='councils.council', verbose_name='kredsråd')),
            ],
            options={
                'verbose_name': 'årlig redegørelse',
                'verbose_name_plural': 'årlige redegørelser',
                'ordering': ['-year'],
            },
        ),
        migrations.AddField(
            model_name='presentedaccount',
            name='account',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presented', to='plans.yearlyaccount', verbose_name='redegørelse'),
        ),
        migrations.CreateModel(
            name='HistoricalAccountPart',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('key', models.CharField(max_length=60, verbose_name='hvad den er dannet af')),
                ('position', models.PositiveSmallIntegerField(verbose_name='rækkefølge')),
                ('heading', models.CharField(max_length=300, verbose_name='overskrift')),
                ('body', models.TextField(blank=True, verbose_name='tekst')),
                ('drafted', models.TextField(blank=True, verbose_name='portalens udkast')),
                ('is_edited', models.BooleanField(default=False, verbose_name='rettet af en person')),
                ('has_news', models.BooleanField(default=False, verbose_name='udkastet er nyere end teksten')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('account', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.yearlyaccount', verbose_name='redegørelse')),
            ],
            options={
                'verbose_name': 'historical del af en redegørelse',
                'verbose_name_plural': 'historical dele af redegørelser',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='AccountPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60, verbose_name='hvad den er dannet af')),
                ('position', models.PositiveSmallIntegerField(verbose_name='rækkefølge')),
                ('heading', models.CharField(max_length=300, verbose_name='overskrift')),
                ('body', models.TextField(blank=True, verbose_name='tekst')),
                ('drafted', models.TextField(blank=True, verbose_name='portalens udkast')),
                ('is_edited', models.BooleanField(default=False, verbose_name='rettet af en person')),
                ('has_news', models.BooleanField(default=False, verbose_name='udkastet er nyere end teksten')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='plans.yearlyaccount', verbose_name='redegørelse')),
            ],
            options={
                'verbose_name': 'del af en redegørelse',
                'verbose_name_plural': 'dele af redegørelser',
                'ordering': ['account', 'position'],
            },
        ),
        migrations.CreateModel(
            name='AccountTakenBack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(verbose_name='begrundelse')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='taget tilbage')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='af')),
                ('presented', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='taken_back', to='plans.presentedaccount', verbose_name='forelagt redegørelse')),
            ],
            options={
                'verbose_name': 'redegørelse, der er taget tilbage',
                'verbose_name_plural': 'redegørelser, der er taget tilbage',
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='an_account_taken_back_has_a_reason')],
            },
        ),
        migrations.AddConstraint(
            model_name='yearlyaccount',
            constraint=models.UniqueConstraint(fields=('council', 'year'), name='one_yearly_account_per_council_and_year'),
        ),
        migrations.AddConstraint(
            model_name='yearlyaccount',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'presented'])), name='a_yearly_account_has_a_known_state'),
        ),
        migrations.AddConstraint(
            model_name='yearlyaccount',
            constraint=models.CheckConstraint(condition=models.Q(('year__gte', 2007), ('year__lte', 2100)), name='a_yearly_account_is_younger_than_the_law'),
        ),
        migrations.AddConstraint(
            model_name='presentedaccount',
            constraint=models.UniqueConstraint(fields=('account', 'number'), name='an_account_is_presented_once_with_each_number'),
        ),
        migrations.AddConstraint(
            model_name='accountpart',
            constraint=models.UniqueConstraint(fields=('account', 'key'), name='a_part_stands_once_in_an_account'),
        ),
        migrations.AddConstraint(
            model_name='accountpart',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('account', 'position'), name='parts_of_an_account_stand_in_an_order'),
        ),
        migrations.AddConstraint(
            model_name='accountpart',
            constraint=models.CheckConstraint(condition=models.Q(('heading', ''), _negated=True), name='a_part_of_an_account_has_a_heading'),
        ),
        migrations.AddConstraint(
            model_name='accountpart',
            constraint=models.CheckConstraint(condition=models.Q(('is_edited', True), models.Q(('body', models.F('drafted')), ('has_news', False)), _connector='OR'), name='a_part_that_nobody_edited_is_as_drafted'),
        ),
        *append_only("plans_presentedaccount"),
        *append_only("plans_presentedaccountfile"),
        *append_only("plans_accounttakenback"),
    ]
