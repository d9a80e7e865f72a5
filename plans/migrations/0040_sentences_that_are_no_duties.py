"""What the secretariat has read and found to be no duty; and the sentence that a duty was made of."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0008_meetings'),
        ('plans', '0039_calendar_addresses'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='duty',
            name='sentence_key',
            field=models.CharField(blank=True, editable=False, max_length=64, verbose_name='sætningens kendetegn'),
        ),
        migrations.AddField(
            model_name='historicalduty',
            name='sentence_key',
            field=models.CharField(blank=True, editable=False, max_length=64, verbose_name='sætningens kendetegn'),
        ),
        migrations.CreateModel(
            name='DeclinedSentence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64, verbose_name='sætningens kendetegn')),
                ('sentence', models.TextField(verbose_name='sætning')),
                ('declined_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sagt')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.council', verbose_name='råd')),
                ('declined_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='sagt af')),
            ],
            options={
                'verbose_name': 'sætning, der ingen opgave er',
                'verbose_name_plural': 'sætninger, der ingen opgaver er',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('council', 'key'), name='a_sentence_is_declined_once')],
            },
        ),
    ]
