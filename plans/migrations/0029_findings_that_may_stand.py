"""Findings of the check that may stand, and that they may stand no more: both are added and never changed."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0005_attendance_by_seat'),
        ('plans', '0028_which_version_was_carried'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Waiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='fra planen for')),
                ('code', models.CharField(max_length=50, verbose_name='kontrol')),
                ('lineage', models.CharField(blank=True, max_length=40, verbose_name='afsnittets eller emnets slægt')),
                ('quotation', models.TextField(blank=True, verbose_name='det, der står')),
                ('message', models.TextField(verbose_name='fundet')),
                ('reason', models.CharField(max_length=300, verbose_name='hvorfor det må stå')),
                ('waived_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sagt')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.council', verbose_name='råd')),
                ('waived_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='sagt af')),
            ],
            options={
                'verbose_name': 'fund, der må stå',
                'verbose_name_plural': 'fund, der må stå',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='TakenBack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('taken_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='taget tilbage')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taget tilbage af')),
                ('waiver', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='taken_back', to='plans.waiver', verbose_name='fund, der måtte stå')),
            ],
            options={
                'verbose_name': 'fund, der ikke må stå mere',
                'verbose_name_plural': 'fund, der ikke må stå mere',
            },
        ),
        migrations.AddConstraint(
            model_name='waiver',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='a_waiver_has_a_reason'),
        ),
        *append_only("plans_waiver"),
        *append_only("plans_takenback"),
    ]
