"""Who takes part in a forum and answers for it, who leads a station, and the rules for seats in a lokalråd."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0012_a_remark_keeps_its_point'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='forum',
            name='participants',
            field=models.TextField(blank=True, verbose_name='deltagere'),
        ),
        migrations.AddField(
            model_name='forum',
            name='responsible',
            field=models.CharField(blank=True, max_length=150, verbose_name='ansvarlig'),
        ),
        migrations.AddField(
            model_name='forum',
            name='rhythm',
            field=models.CharField(blank=True, max_length=150, verbose_name='hvor tit'),
        ),
        migrations.AddField(
            model_name='forum',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='historicalforum',
            name='participants',
            field=models.TextField(blank=True, verbose_name='deltagere'),
        ),
        migrations.AddField(
            model_name='historicalforum',
            name='responsible',
            field=models.CharField(blank=True, max_length=150, verbose_name='ansvarlig'),
        ),
        migrations.AddField(
            model_name='historicalforum',
            name='rhythm',
            field=models.CharField(blank=True, max_length=150, verbose_name='hvor tit'),
        ),
        migrations.AddField(
            model_name='historicalforum',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='historicalpolicestation',
            name='leader',
            field=models.CharField(blank=True, max_length=150, verbose_name='leder'),
        ),
        migrations.AddField(
            model_name='historicalpolicestation',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='policestation',
            name='leader',
            field=models.CharField(blank=True, max_length=150, verbose_name='leder'),
        ),
        migrations.AddField(
            model_name='policestation',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.CreateModel(
            name='HistoricalSeatRules',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('most_police', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='højst fra politiet')),
                ('most_municipality', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='højst fra kommunen')),
                ('most_civil', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='højst fra civilsamfundet')),
                ('municipality_years', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='år ad gangen, kommunen')),
                ('civil_years', models.PositiveSmallIntegerField(blank=True, default=2, null=True, verbose_name='år ad gangen, civilsamfundet')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='councils.policedistrict', verbose_name='politikreds')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical regler for pladser',
                'verbose_name_plural': 'historical regler for pladser',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='SeatRules',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('most_police', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='højst fra politiet')),
                ('most_municipality', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='højst fra kommunen')),
                ('most_civil', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='højst fra civilsamfundet')),
                ('municipality_years', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='år ad gangen, kommunen')),
                ('civil_years', models.PositiveSmallIntegerField(blank=True, default=2, null=True, verbose_name='år ad gangen, civilsamfundet')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('district', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='seat_rules', to='councils.policedistrict', verbose_name='politikreds')),
            ],
            options={
                'verbose_name': 'regler for pladser',
                'verbose_name_plural': 'regler for pladser',
                'ordering': ['district'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('most_police', 0), _negated=True), models.Q(('most_municipality', 0), _negated=True), models.Q(('most_civil', 0), _negated=True)), name='a_side_that_may_sit_has_a_seat', violation_error_message='Skriv mindst én plads, eller lad feltet stå tomt.'), models.CheckConstraint(condition=models.Q(models.Q(('municipality_years', None), ('municipality_years__range', (1, 20)), _connector='OR'), models.Q(('civil_years', None), ('civil_years__range', (1, 20)), _connector='OR')), name='a_term_lasts_from_one_to_twenty_years', violation_error_message='En periode varer fra 1 til 20 år.')],
            },
        ),
    ]
