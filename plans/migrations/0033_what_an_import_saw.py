"""What the reading of an old document saw and mended stays with the plan; plans that stand have none."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0032_answers_to_remarks'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportRemark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message', models.TextField(verbose_name='set i dokumentet')),
                ('quotation', models.TextField(blank=True, verbose_name='det, der stod')),
                ('lineage', models.CharField(blank=True, max_length=40, verbose_name='afsnittets slægt')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='import_remarks', to='plans.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'set i dokumentet',
                'verbose_name_plural': 'set i dokumentet',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('message', ''), _negated=True), name='a_remark_on_a_document_says_something')],
            },
        ),
    ]
