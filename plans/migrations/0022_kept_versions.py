"""The whole plan is kept as it was at each step of its year, and whenever the secretariat says so."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0021_who_has_a_section_open'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='KeptVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='navn')),
                ('kept_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='gemt')),
                ('kept_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gemt af')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kept_versions', to='plans.plan', verbose_name='plan')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kept_versions', to='plans.frozentext', verbose_name='tekst')),
            ],
            options={
                'verbose_name': 'gemt version',
                'verbose_name_plural': 'gemte versioner',
                'ordering': ['-kept_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_kept_version_has_a_name')],
            },
        ),
        *append_only("plans_keptversion"),
    ]
