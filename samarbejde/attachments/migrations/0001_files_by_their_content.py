"""Files that people attach, each kept once and named by its content."""

import django.utils.timezone
import samarbejde.digests
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='kontrolsum')),
                ('kind', models.CharField(choices=[('application/pdf', 'application/pdf'), ('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'), ('image/jpeg', 'image/jpeg'), ('image/png', 'image/png')], max_length=80, verbose_name='slags')),
                ('size', models.PositiveIntegerField(verbose_name='bytes')),
                ('content', models.BinaryField(verbose_name='indhold')),
                ('kept_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='lagt op')),
            ],
            options={
                'verbose_name': 'fil',
                'verbose_name_plural': 'filer',
                'ordering': ['kept_at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'image/jpeg', 'image/png'])), name='a_file_is_of_a_known_kind'), models.CheckConstraint(condition=models.Q(('digest', samarbejde.digests.Sha256(models.F('content')))), name='a_file_is_named_by_its_content'), models.CheckConstraint(condition=models.Q(('size', models.Func(models.F('content'), function='octet_length', output_field=models.IntegerField()))), name='a_file_has_the_size_it_says'), models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='a_file_is_not_empty')],
            },
        ),
    ]
