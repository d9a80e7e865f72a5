"""Partners outside the councils are heard: whom the district knows, whom it asks, what they answer."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0008_links_of_partners'),
        ('councils', '0007_laws_come_along'),
        ('plans', '0040_sentences_that_are_no_duties'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='navn')),
                ('contact', models.CharField(blank=True, max_length=120, verbose_name='kontakt')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('kept_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='senest rettet')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                'verbose_name': 'partner',
                'verbose_name_plural': 'partnere',
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PartnerInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('invited_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='inviteret')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='trukket tilbage')),
                ('withdrawn_because', models.TextField(blank=True, verbose_name='begrundelse')),
                ('draft', models.TextField(blank=True, verbose_name='kladde til svar')),
                ('saved_at', models.DateTimeField(blank=True, null=True, verbose_name='kladden gemt')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                'verbose_name': 'invitation af en partner',
                'verbose_name_plural': 'invitationer af partnere',
                'ordering': ['partner__name', 'pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='consultationreply',
            name='one_reply_per_body_and_consultation',
        ),
        migrations.AddField(
            model_name='consultation',
            name='reminded_on',
            field=models.DateField(blank=True, null=True, verbose_name='senest påmindet'),
        ),
        migrations.AlterField(
            model_name='consultationreply',
            name='council',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.council', verbose_name='råd'),
        ),
        migrations.AlterField(
            model_name='consultationreply',
            name='written_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='skrevet af'),
        ),
        migrations.AddField(
            model_name='partner',
            name='district',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partners', to='councils.policedistrict', verbose_name='politikreds'),
        ),
        migrations.AddField(
            model_name='consultationreply',
            name='partner',
            field=models.ForeignKey(blank=True, help_text='Når det er en partner uden for rådene, der svarer', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.partner', verbose_name='partner'),
        ),
        migrations.AddField(
            model_name='historicalconsultationreply',
            name='partner',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='Når det er en partner uden for rådene, der svarer', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.partner', verbose_name='partner'),
        ),
        migrations.AddConstraint(
            model_name='consultationreply',
            constraint=models.UniqueConstraint(fields=('consultation', 'council', 'municipality', 'partner'), name='one_reply_per_body_and_consultation', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='consultationreply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('council__isnull', False), ('partner', None), ('written_by__isnull', False)), models.Q(('council', None), ('municipality', None), ('partner__isnull', False), ('written_by', None)), _connector='OR'), name='a_reply_is_a_councils_or_a_partners'),
        ),
        migrations.AddField(
            model_name='partnerinvitation',
            name='consultation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='plans.consultation', verbose_name='høring'),
        ),
        migrations.AddField(
            model_name='partnerinvitation',
            name='invited_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='inviteret af'),
        ),
        migrations.AddField(
            model_name='partnerinvitation',
            name='links',
            field=models.ManyToManyField(related_name='partner_invitations', to='accounts.personallink', verbose_name='links'),
        ),
        migrations.AddField(
            model_name='partnerinvitation',
            name='partner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='plans.partner', verbose_name='partner'),
        ),
        migrations.AddConstraint(
            model_name='partner',
            constraint=models.UniqueConstraint(fields=('district', 'name'), name='one_partner_of_each_name_in_a_district'),
        ),
        migrations.AddConstraint(
            model_name='partner',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_partner_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='partnerinvitation',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('consultation', 'partner'), name='a_partner_has_one_standing_invitation_to_a_consultation'),
        ),
        migrations.AddConstraint(
            model_name='partnerinvitation',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn_at', None), models.Q(('withdrawn_because', ''), _negated=True), _connector='OR'), name='an_invitation_that_is_withdrawn_says_why'),
        ),
    ]
