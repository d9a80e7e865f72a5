"""Action plans as citizens read them, and their PDFs: never changed."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0044_the_yearly_account'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PublishedActionPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('address', models.SlugField(max_length=120, verbose_name='adresse')),
                ('text', models.JSONField(verbose_name='tekst')),
                ('content_hash', models.CharField(max_length=64, verbose_name='kontrolsum')),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='offentliggjort')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='published', to='plans.actionplan', verbose_name='handleplan')),
                ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='offentliggjort af')),
            ],
            options={
                'verbose_name': 'offentliggjort handleplan',
                'verbose_name_plural': 'offentliggjorte handleplaner',
                'ordering': ['address', '-number'],
            },
        ),
        migrations.CreateModel(
            name='PublishedActionPlanFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.BinaryField(verbose_name='PDF')),
                ('published', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='file', to='plans.publishedactionplan', verbose_name='handleplan')),
            ],
            options={
                'verbose_name': 'PDF af en offentliggjort handleplan',
                'verbose_name_plural': "PDF'er af offentliggjorte handleplaner",
            },
        ),
        migrations.AddConstraint(
            model_name='publishedactionplan',
            constraint=models.UniqueConstraint(fields=('plan', 'number'), name='an_action_plan_is_published_once_with_each_number'),
        ),
        *append_only("plans_publishedactionplan"),
        *append_only("plans_publishedactionplanfile"),
    ]
