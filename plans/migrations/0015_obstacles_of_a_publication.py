from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0014_trial_prints'),
    ]

    operations = [
        migrations.AddField(
            model_name='publication',
            name='obstacles',
            field=models.JSONField(blank=True, default=list, verbose_name='hvad der står i vejen'),
        ),
    ]
