"""A comment may be taken along to next year's plan, where it has one of its own that leads back to it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0037_duties_that_reach_somebody'),
    ]

    operations = [
        migrations.AddField(
            model_name='comment',
            name='carried_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='carried_to', to='plans.comment', verbose_name='fra sidste år'),
        ),
        migrations.AddField(
            model_name='comment',
            name='for_next_year',
            field=models.BooleanField(default=False, verbose_name='tages med til næste år'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.UniqueConstraint(fields=('plan', 'carried_from'), name='a_comment_is_carried_once_to_a_plan'),
        ),
    ]
