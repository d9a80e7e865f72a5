import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0013_forums_stations_and_seat_rules'),
    ]

    operations = [
        migrations.CreateModel(
            name='Acceptance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('told_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='meldt')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acceptances', to='councils.meeting', verbose_name='møde')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.membership', verbose_name='medlem')),
            ],
            options={
                'verbose_name': 'tilsagn',
                'verbose_name_plural': 'tilsagn',
                'ordering': ['told_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('meeting', 'membership'), name='a_member_accepts_a_meeting_once')],
            },
        ),
    ]
