import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Council',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('district', 'kredsråd'), ('contact', 'kontaktudvalg'), ('local', 'lokalråd')], max_length=10, verbose_name='art')),
                ('name', models.CharField(max_length=120, verbose_name='navn')),
                ('sort_key', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Replace(django.db.models.functions.text.Lower(models.Func(models.F('name'), models.Value('ÆÄæäØÖøöÅåÉéÜü'), models.Value('{{{{||||}}eeyy'), function='translate')), models.Value('aa'), models.Value('}')), output_field=models.CharField(db_collation='C', max_length=200))),
            ],
            options={
                'verbose_name': 'råd',
                'verbose_name_plural': 'råd',
                'ordering': ['sort_key'],
            },
        ),
        migrations.CreateModel(
            name='Forum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(blank=True, max_length=20, verbose_name='forkortelse')),
                ('name', models.CharField(max_length=150, verbose_name='navn')),
                ('purpose', models.TextField(blank=True, verbose_name='formål')),
                ('parties', models.TextField(blank=True, verbose_name='parter')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='rækkefølge')),
            ],
            options={
                'verbose_name': 'samarbejdsforum',
                'verbose_name_plural': 'samarbejdsfora',
                'ordering': ['position', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Municipality',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=4, unique=True, verbose_name='kommunekode')),
                ('name', models.CharField(help_text='Som »Herning«, uden »Kommune«', max_length=60, unique=True, verbose_name='navn')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='adresse')),
                ('sort_key', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Replace(django.db.models.functions.text.Lower(models.Func(models.F('name'), models.Value('ÆÄæäØÖøöÅåÉéÜü'), models.Value('{{{{||||}}eeyy'), function='translate')), models.Value('aa'), models.Value('}')), output_field=models.CharField(db_collation='C', max_length=200))),
            ],
            options={
                'verbose_name': 'kommune',
                'verbose_name_plural': 'kommuner',
                'ordering': ['sort_key'],
            },
        ),
        migrations.CreateModel(
            name='PoliceDistrict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Som »Midt- og Vestjyllands Politi«', max_length=100, unique=True, verbose_name='navn')),
                ('short_name', models.CharField(help_text='Som »Midt- og Vestjylland«', max_length=100, verbose_name='kort navn')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='adresse')),
                ('sort_key', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Replace(django.db.models.functions.text.Lower(models.Func(models.F('name'), models.Value('ÆÄæäØÖøöÅåÉéÜü'), models.Value('{{{{||||}}eeyy'), function='translate')), models.Value('aa'), models.Value('}')), output_field=models.CharField(db_collation='C', max_length=200))),
            ],
            options={
                'verbose_name': 'politikreds',
                'verbose_name_plural': 'politikredse',
                'ordering': ['sort_key'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalMeeting',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('held_on', models.DateField(verbose_name='dato')),
                ('place', models.CharField(max_length=150, verbose_name='sted')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('council', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.council', verbose_name='råd')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical møde',
                'verbose_name_plural': 'historical møder',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPoliceDistrict',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(db_index=True, help_text='Som »Midt- og Vestjyllands Politi«', max_length=100, verbose_name='navn')),
                ('short_name', models.CharField(help_text='Som »Midt- og Vestjylland«', max_length=100, verbose_name='kort navn')),
                ('slug', models.SlugField(max_length=60, verbose_name='adresse')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical politikreds',
                'verbose_name_plural': 'historical politikredse',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held_on', models.DateField(verbose_name='dato')),
                ('place', models.CharField(max_length=150, verbose_name='sted')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='councils.council', verbose_name='råd')),
            ],
            options={
                'verbose_name': 'møde',
                'verbose_name_plural': 'møder',
                'ordering': ['-held_on'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalAgendaItem',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='punkt')),
                ('title', models.CharField(max_length=200, verbose_name='overskrift')),
                ('minutes', models.TextField(blank=True, verbose_name='referat')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.meeting', verbose_name='møde')),
            ],
            options={
                'verbose_name': 'historical dagsordenspunkt',
                'verbose_name_plural': 'historical dagsordenspunkter',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='punkt')),
                ('title', models.CharField(max_length=200, verbose_name='overskrift')),
                ('minutes', models.TextField(blank=True, verbose_name='referat')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='councils.meeting', verbose_name='møde')),
            ],
            options={
                'verbose_name': 'dagsordenspunkt',
                'verbose_name_plural': 'dagsordenspunkter',
                'ordering': ['meeting', 'position'],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('chair', 'formand'), ('vice_chair', 'næstformand'), ('member', 'medlem'), ('deputy', 'stedfortræder'), ('secretariat', 'sekretariat')], default='member', max_length=12, verbose_name='rolle')),
                ('title', models.CharField(help_text='Som »Borgmester i Herning Kommune«', max_length=150, verbose_name='titel')),
                ('side', models.CharField(choices=[('police', 'politi'), ('municipality', 'kommune'), ('civil', 'civilsamfund')], max_length=12, verbose_name='side')),
                ('period', django.contrib.postgres.fields.ranges.DateRangeField(help_text='Fra og med første dag, til (ikke med) sidste', verbose_name='periode')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='councils.council', verbose_name='råd')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('municipality', models.ForeignKey(blank=True, help_text='For borgmestre, deres stedfortrædere og kontaktudvalgets medlemmer', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='councils.municipality', verbose_name='plads for kommune')),
            ],
            options={
                'verbose_name': 'medlemskab',
                'verbose_name_plural': 'medlemskaber',
                'ordering': ['council', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='navn')),
                ('title', models.CharField(max_length=150, verbose_name='titel')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='councils.meeting', verbose_name='møde')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.membership', verbose_name='medlem')),
            ],
            options={
                'verbose_name': 'fremmødt',
                'verbose_name_plural': 'fremmødte',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalPreventionArea',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(max_length=150, verbose_name='navn')),
                ('from_year', models.PositiveSmallIntegerField(verbose_name='fra planåret')),
                ('to_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='til og med planåret')),
                ('meets_crime_criterion', models.BooleanField(default=False, verbose_name='opfylder kriminalitetskriteriet')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'historical forebyggelsesområde',
                'verbose_name_plural': 'historical forebyggelsesområder',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalMembership',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('role', models.CharField(choices=[('chair', 'formand'), ('vice_chair', 'næstformand'), ('member', 'medlem'), ('deputy', 'stedfortræder'), ('secretariat', 'sekretariat')], default='member', max_length=12, verbose_name='rolle')),
                ('title', models.CharField(help_text='Som »Borgmester i Herning Kommune«', max_length=150, verbose_name='titel')),
                ('side', models.CharField(choices=[('police', 'politi'), ('municipality', 'kommune'), ('civil', 'civilsamfund')], max_length=12, verbose_name='side')),
                ('period', django.contrib.postgres.fields.ranges.DateRangeField(help_text='Fra og med første dag, til (ikke med) sidste', verbose_name='periode')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('council', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.council', verbose_name='råd')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('municipality', models.ForeignKey(blank=True, db_constraint=False, help_text='For borgmestre, deres stedfortrædere og kontaktudvalgets medlemmer', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.municipality', verbose_name='plads for kommune')),
            ],
            options={
                'verbose_name': 'historical medlemskab',
                'verbose_name_plural': 'historical medlemskaber',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalForumParticipation',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('takes_part', models.BooleanField(default=True, verbose_name='deltager')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='grund, hvis ikke')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('forum', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.forum', verbose_name='forum')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'historical kommunes deltagelse',
                'verbose_name_plural': 'historical kommuners deltagelse',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='ForumParticipation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('takes_part', models.BooleanField(default=True, verbose_name='deltager')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='grund, hvis ikke')),
                ('forum', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='councils.forum', verbose_name='forum')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'kommunes deltagelse',
                'verbose_name_plural': 'kommuners deltagelse',
                'ordering': ['municipality__sort_key'],
            },
        ),
        migrations.AddField(
            model_name='forum',
            name='municipalities',
            field=models.ManyToManyField(related_name='forums', through='councils.ForumParticipation', to='councils.municipality', verbose_name='kommuner'),
        ),
        migrations.AddField(
            model_name='council',
            name='municipality',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='councils', to='councils.municipality', verbose_name='kommune'),
        ),
        migrations.CreateModel(
            name='OrganisationUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=150, verbose_name='navn')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='rækkefølge')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='councils.organisationunit', verbose_name='hører under')),
                ('district', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='councils.policedistrict', verbose_name='politikreds')),
            ],
            options={
                'verbose_name': 'organisatorisk enhed',
                'verbose_name_plural': 'organisatoriske enheder',
                'ordering': ['position', 'name'],
            },
        ),
        migrations.AddField(
            model_name='municipality',
            name='district',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='municipalities', to='councils.policedistrict', verbose_name='politikreds'),
        ),
        migrations.CreateModel(
            name='HistoricalPoliceStation',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='navn')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='adresse')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.policedistrict', verbose_name='politikreds')),
            ],
            options={
                'verbose_name': 'historical politistation',
                'verbose_name_plural': 'historical politistationer',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalOrganisationUnit',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(max_length=150, verbose_name='navn')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='rækkefølge')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.organisationunit', verbose_name='hører under')),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.policedistrict', verbose_name='politikreds')),
            ],
            options={
                'verbose_name': 'historical organisatorisk enhed',
                'verbose_name_plural': 'historical organisatoriske enheder',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalMunicipality',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('code', models.CharField(db_index=True, max_length=4, verbose_name='kommunekode')),
                ('name', models.CharField(db_index=True, help_text='Som »Herning«, uden »Kommune«', max_length=60, verbose_name='navn')),
                ('slug', models.SlugField(max_length=60, verbose_name='adresse')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.policedistrict', verbose_name='politikreds')),
            ],
            options={
                'verbose_name': 'historical kommune',
                'verbose_name_plural': 'historical kommuner',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalForum',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('code', models.CharField(blank=True, max_length=20, verbose_name='forkortelse')),
                ('name', models.CharField(max_length=150, verbose_name='navn')),
                ('purpose', models.TextField(blank=True, verbose_name='formål')),
                ('parties', models.TextField(blank=True, verbose_name='parter')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='rækkefølge')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.policedistrict', verbose_name='politikreds')),
            ],
            options={
                'verbose_name': 'historical samarbejdsforum',
                'verbose_name_plural': 'historical samarbejdsfora',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalFigure',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('table', models.CharField(max_length=100, verbose_name='tabel')),
                ('row', models.CharField(max_length=100, verbose_name='række')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='rækkefølge')),
                ('value', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='værdi')),
                ('unit', models.CharField(blank=True, max_length=30, verbose_name='enhed')),
                ('period', models.CharField(blank=True, help_text='Som »2026« eller »4. kvartal 2026«', max_length=30, verbose_name='periode')),
                ('year', models.PositiveSmallIntegerField(verbose_name='planår')),
                ('source', models.CharField(max_length=150, verbose_name='kilde')),
                ('as_of', models.DateField(blank=True, null=True, verbose_name='opgjort den')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.policedistrict', verbose_name='politikreds')),
            ],
            options={
                'verbose_name': 'historical nøgletal',
                'verbose_name_plural': 'historical nøgletal',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalCouncil',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('kind', models.CharField(choices=[('district', 'kredsråd'), ('contact', 'kontaktudvalg'), ('local', 'lokalråd')], max_length=10, verbose_name='art')),
                ('name', models.CharField(max_length=120, verbose_name='navn')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.municipality', verbose_name='kommune')),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.policedistrict', verbose_name='politikreds')),
            ],
            options={
                'verbose_name': 'historical råd',
                'verbose_name_plural': 'historical råd',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name='forum',
            name='district',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forums', to='councils.policedistrict', verbose_name='politikreds'),
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table', models.CharField(max_length=100, verbose_name='tabel')),
                ('row', models.CharField(max_length=100, verbose_name='række')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='rækkefølge')),
                ('value', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='værdi')),
                ('unit', models.CharField(blank=True, max_length=30, verbose_name='enhed')),
                ('period', models.CharField(blank=True, help_text='Som »2026« eller »4. kvartal 2026«', max_length=30, verbose_name='periode')),
                ('year', models.PositiveSmallIntegerField(verbose_name='planår')),
                ('source', models.CharField(max_length=150, verbose_name='kilde')),
                ('as_of', models.DateField(blank=True, null=True, verbose_name='opgjort den')),
                ('district', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='councils.policedistrict', verbose_name='politikreds')),
            ],
            options={
                'verbose_name': 'nøgletal',
                'verbose_name_plural': 'nøgletal',
                'ordering': ['district', '-year', 'table', 'position', 'row'],
            },
        ),
        migrations.AddField(
            model_name='council',
            name='district',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='councils', to='councils.policedistrict', verbose_name='politikreds'),
        ),
        migrations.CreateModel(
            name='PoliceStation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='navn')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='adresse')),
                ('district', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stations', to='councils.policedistrict', verbose_name='politikreds')),
                ('municipalities', models.ManyToManyField(blank=True, related_name='stations', to='councils.municipality', verbose_name='dækker kommunerne')),
            ],
            options={
                'verbose_name': 'politistation',
                'verbose_name_plural': 'politistationer',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='PreventionArea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=150, verbose_name='navn')),
                ('from_year', models.PositiveSmallIntegerField(verbose_name='fra planåret')),
                ('to_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='til og med planåret')),
                ('meets_crime_criterion', models.BooleanField(default=False, verbose_name='opfylder kriminalitetskriteriet')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prevention_areas', to='councils.municipality', verbose_name='kommune')),
            ],
            options={
                'verbose_name': 'forebyggelsesområde',
                'verbose_name_plural': 'forebyggelsesområder',
                'ordering': ['municipality__sort_key', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(fields=('council', 'held_on'), name='a_council_meets_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(fields=('meeting', 'position'), name='an_agenda_has_one_item_per_number'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='an_agenda_item_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('meeting', 'membership'), name='a_member_attends_a_meeting_once'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('role', 'chair')), expressions=[(models.Func(django.db.models.functions.comparison.Cast('council', models.BigIntegerField()), django.db.models.functions.comparison.Cast('council', models.BigIntegerField()), models.Value('[]'), function='int8range'), '&&'), ('period', '&&')], name='no_two_chairs_at_once', violation_error_message='Rådet har en formand i perioden. Afslut den periode først, eller vælg en, der ikke rører den.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('role', 'vice_chair')), expressions=[(models.Func(django.db.models.functions.comparison.Cast('council', models.BigIntegerField()), django.db.models.functions.comparison.Cast('council', models.BigIntegerField()), models.Value('[]'), function='int8range'), '&&'), ('period', '&&')], name='no_two_vice_chairs_at_once', violation_error_message='Rådet har en næstformand i perioden. Afslut den periode først, eller vælg en, der ikke rører den.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('municipality__isnull', False), ('role__in', ['chair', 'vice_chair', 'member'])), expressions=[(models.Func(django.db.models.functions.comparison.Cast('council', models.BigIntegerField()), django.db.models.functions.comparison.Cast('council', models.BigIntegerField()), models.Value('[]'), function='int8range'), '&&'), (models.Func(django.db.models.functions.comparison.Cast('municipality', models.BigIntegerField()), django.db.models.functions.comparison.Cast('municipality', models.BigIntegerField()), models.Value('[]'), function='int8range'), '&&'), ('period', '&&')], name='no_two_holders_of_one_seat_at_once', violation_error_message='Kommunens plads er besat i perioden. Afslut den periode først, eller vælg en, der ikke rører den.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('municipality__isnull', False), ('role', 'deputy')), expressions=[(models.Func(django.db.models.functions.comparison.Cast('council', models.BigIntegerField()), django.db.models.functions.comparison.Cast('council', models.BigIntegerField()), models.Value('[]'), function='int8range'), '&&'), (models.Func(django.db.models.functions.comparison.Cast('municipality', models.BigIntegerField()), django.db.models.functions.comparison.Cast('municipality', models.BigIntegerField()), models.Value('[]'), function='int8range'), '&&'), ('period', '&&')], name='no_two_deputies_for_one_seat_at_once', violation_error_message='Kommunens plads har en stedfortræder i perioden. Afslut den periode først, eller vælg en, der ikke rører den.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('period__isempty', False), ('period__startswith__isnull', False)), name='a_term_has_a_first_day_and_ends_after_it', violation_error_message='En periode har en første dag og slutter efter den.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['chair', 'vice_chair', 'member', 'deputy', 'secretariat']), ('side__in', ['police', 'municipality', 'civil'])), name='a_membership_has_a_known_role_and_side', violation_error_message='Vælg en rolle og en side.'),
        ),
        migrations.AddConstraint(
            model_name='forumparticipation',
            constraint=models.UniqueConstraint(fields=('forum', 'municipality'), name='a_municipality_stands_once_in_a_forum'),
        ),
        migrations.AddConstraint(
            model_name='forumparticipation',
            constraint=models.CheckConstraint(condition=models.Q(('takes_part', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_municipality_left_out_has_a_reason', violation_error_message='Skriv, hvorfor kommunen ikke deltager.'),
        ),
        migrations.AddConstraint(
            model_name='organisationunit',
            constraint=models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('pk')), _negated=True), _connector='OR'), name='a_unit_is_not_under_itself', violation_error_message='En enhed kan ikke høre under sig selv.'),
        ),
        migrations.AddConstraint(
            model_name='municipality',
            constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9]{4}$')), name='a_municipality_code_is_four_digits', violation_error_message='En kommunekode er fire cifre.'),
        ),
        migrations.AddConstraint(
            model_name='forum',
            constraint=models.UniqueConstraint(fields=('district', 'name'), name='a_forum_has_one_name_in_its_district'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.UniqueConstraint(fields=('district', 'year', 'table', 'row', 'unit'), name='a_figure_stands_once_in_its_table'),
        ),
        migrations.AddConstraint(
            model_name='council',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'local'), ('municipality__isnull', False)), models.Q(models.Q(('kind', 'local'), _negated=True), ('municipality__isnull', True)), _connector='OR'), name='a_local_council_and_no_other_has_a_municipality', violation_error_message='Et lokalråd har en kommune, og kun et lokalråd har det.'),
        ),
        migrations.AddConstraint(
            model_name='council',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['district', 'contact', 'local'])), name='a_council_has_a_known_kind', violation_error_message='Vælg en af rådets arter.'),
        ),
        migrations.AddConstraint(
            model_name='council',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'local'), _negated=True), fields=('district', 'kind'), name='one_district_council_and_one_contact_committee_per_district', violation_error_message='Politikredsen har allerede et råd af den art.'),
        ),
        migrations.AddConstraint(
            model_name='council',
            constraint=models.UniqueConstraint(fields=('municipality',), name='one_local_council_per_municipality'),
        ),
        migrations.AddConstraint(
            model_name='policestation',
            constraint=models.UniqueConstraint(fields=('district', 'name'), name='a_station_has_one_name_in_its_district'),
        ),
        migrations.AddConstraint(
            model_name='preventionarea',
            constraint=models.UniqueConstraint(fields=('municipality', 'name', 'from_year'), name='a_prevention_area_is_listed_once'),
        ),
        migrations.AddConstraint(
            model_name='preventionarea',
            constraint=models.CheckConstraint(condition=models.Q(('to_year__isnull', True), ('to_year__gte', models.F('from_year')), _connector='OR'), name='a_prevention_area_leaves_the_list_after_it_came', violation_error_message='Det sidste planår ligger før det første.'),
        ),
    ]
