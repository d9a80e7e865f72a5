import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0010_minutes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PublishedMinutes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('address', models.SlugField(max_length=100, verbose_name='adresse')),
                ('held_on', models.DateField(verbose_name='dato')),
                ('text', models.JSONField(verbose_name='tekst')),
                ('content_hash', models.CharField(max_length=64, verbose_name='kontrolsum')),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='offentliggjort')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='published', to='councils.meeting', verbose_name='møde')),
                ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='offentliggjort af')),
            ],
            options={
                'verbose_name': 'offentliggjort referat',
                'verbose_name_plural': 'offentliggjorte referater',
                'ordering': ['-held_on', '-number'],
            },
        ),
        migrations.CreateModel(
            name='PublishedMinutesFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.BinaryField(verbose_name='PDF')),
                ('minutes', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='file', to='councils.publishedminutes', verbose_name='referat')),
            ],
            options={
                'verbose_name': 'PDF af et offentliggjort referat',
                'verbose_name_plural': "PDF'er af offentliggjorte referater",
            },
        ),
        migrations.AddConstraint(
            model_name='publishedminutes',
            constraint=models.UniqueConstraint(fields=('meeting', 'number'), name='minutes_are_published_once_with_each_number'),
        ),
        *append_only("councils_publishedminutes"),
        *append_only("councils_publishedminutesfile"),
    ]
