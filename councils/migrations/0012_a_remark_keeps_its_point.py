import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0011_published_minutes'),
    ]

    operations = [
        migrations.AlterField(
            model_name='minutesremark',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='councils.agendaitem', verbose_name='punkt'),
        ),
    ]
