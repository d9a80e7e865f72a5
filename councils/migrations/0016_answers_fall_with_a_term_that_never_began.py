"""A member's answer to a meeting falls with a term that never began. Nothing changes in the database."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0015_attachments_to_points'),
    ]

    operations = [
        migrations.AlterField(
            model_name='acceptance',
            name='membership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.membership', verbose_name='medlem'),
        ),
        migrations.AlterField(
            model_name='apology',
            name='deputy',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='councils.membership', verbose_name='stedfortræder'),
        ),
        migrations.AlterField(
            model_name='apology',
            name='membership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='councils.membership', verbose_name='medlem'),
        ),
    ]
