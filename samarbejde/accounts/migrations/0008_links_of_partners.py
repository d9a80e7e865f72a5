"""Links to people who have no account, and get none."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0007_saves_while_writing'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='personallink',
            name='a_personal_link_has_a_known_kind',
        ),
        migrations.AlterField(
            model_name='personallink',
            name='kind',
            field=models.CharField(choices=[('invitation', 'invitation'), ('new_password', 'ny adgangskode'), ('partner', 'partner i en høring')], max_length=20, verbose_name='slags'),
        ),
        migrations.AlterField(
            model_name='personallink',
            name='user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='links', to=settings.AUTH_USER_MODEL, verbose_name='person'),
        ),
        migrations.AddConstraint(
            model_name='personallink',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['invitation', 'new_password', 'partner'])), name='a_personal_link_has_a_known_kind'),
        ),
        migrations.AddConstraint(
            model_name='personallink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'partner'), ('user', None)), models.Q(models.Q(('kind', 'partner'), _negated=True), ('user__isnull', False)), _connector='OR'), name='a_personal_link_is_a_persons_unless_it_is_a_partners'),
        ),
    ]
