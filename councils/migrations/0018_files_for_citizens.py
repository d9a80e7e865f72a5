"""Files of open points are published with the minutes, where somebody chose them."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('attachments', '0001_files_by_their_content'),
        ('councils', '0017_units_that_the_secretariat_keeps'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='agendaattachment',
            name='for_citizens',
            field=models.BooleanField(default=False, verbose_name='offentliggøres'),
        ),
        migrations.CreateModel(
            name='PublishedMinutesAttachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='navn')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='vedlagt')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='vedlagt af')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='attachments.storedfile', verbose_name='fil')),
                ('minutes', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='councils.publishedminutes', verbose_name='referat')),
            ],
            options={
                'verbose_name': 'bilag til et offentliggjort referat',
                'verbose_name_plural': 'bilag til offentliggjorte referater',
                'ordering': ['added_at', 'pk'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('minutes', 'file'), name='published_minutes_have_a_file_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_published_attachment_has_a_name')],
            },
        ),
        *append_only("councils_publishedminutesattachment"),
    ]
