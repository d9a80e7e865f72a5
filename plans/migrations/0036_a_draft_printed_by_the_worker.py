"""The PDF of a whole draft, asked for and made by the worker."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0035_projects_of_a_topic'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DraftPrint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('queued', 'bliver lavet'), ('done', 'er færdig'), ('failed', 'blev ikke lavet')], default='queued', max_length=10, verbose_name='tilstand')),
                ('ordered_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='bestilt')),
                ('text_hash', models.CharField(blank=True, max_length=64, verbose_name='kontrolsum af teksten')),
                ('printed_on', models.DateField(blank=True, null=True, verbose_name='lavet den')),
                ('content', models.BinaryField(null=True, verbose_name='PDF')),
                ('failure', models.TextField(blank=True, verbose_name='hvad gik galt')),
                ('ordered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bestilt af')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='draft_prints', to='plans.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'PDF af et udkast',
                'verbose_name_plural': "PDF'er af udkast",
                'ordering': ['-ordered_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'queued')), fields=('plan',), name='one_print_of_a_draft_at_a_time'), models.CheckConstraint(condition=models.Q(('state__in', ['queued', 'done', 'failed'])), name='a_print_of_a_draft_has_a_known_state'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), models.Q(('content__isnull', False), ('printed_on__isnull', False), models.Q(('text_hash', ''), _negated=True)), _connector='OR'), name='a_finished_print_of_a_draft_has_its_file'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), _negated=True), models.Q(('failure', ''), _negated=True), _connector='OR'), name='a_failed_print_of_a_draft_says_why')],
            },
        ),
    ]
