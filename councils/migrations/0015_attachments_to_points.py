"""Files go with the points of an agenda."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('attachments', '0001_files_by_their_content'),
        ('councils', '0014_a_member_says_they_come'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgendaAttachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='navn')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='vedlagt')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='vedlagt af')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='attachments.storedfile', verbose_name='fil')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='councils.agendaitem', verbose_name='dagsordenspunkt')),
            ],
            options={
                'verbose_name': 'bilag til et punkt',
                'verbose_name_plural': 'bilag til punkter',
                'ordering': ['added_at', 'pk'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('item', 'file'), name='a_point_has_a_file_once'), models.UniqueConstraint(fields=('item', 'name'), name='a_points_attachments_differ_by_name'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_points_attachment_has_a_name')],
            },
        ),
    ]
