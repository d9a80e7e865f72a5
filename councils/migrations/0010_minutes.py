import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samarbejde.ledger.protection import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0009_notice_of_meetings'),
        ('ledger', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MinutesCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='rettelse')),
                ('reason', models.TextField(verbose_name='begrundelse')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='rettet')),
            ],
            options={
                'verbose_name': 'rettelse af et referat',
                'verbose_name_plural': 'rettelser af referater',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MinutesRemark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='bemærkning')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='skrevet')),
                ('answer', models.TextField(blank=True, verbose_name='svar')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='besvaret')),
            ],
            options={
                'verbose_name': 'bemærkning til et referat',
                'verbose_name_plural': 'bemærkninger til referater',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='approval',
            field=models.CharField(blank=True, choices=[('meeting', 'på det næste møde'), ('silence', 'uden bemærkninger inden fristen')], editable=False, max_length=10, verbose_name='hvordan'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='approved_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='referat godkendt'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='minutes_sent_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='referat sendt'),
        ),
        migrations.AddField(
            model_name='historicalmeeting',
            name='remarks_by',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='bemærkninger senest'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='approval',
            field=models.CharField(blank=True, choices=[('meeting', 'på det næste møde'), ('silence', 'uden bemærkninger inden fristen')], editable=False, max_length=10, verbose_name='hvordan'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='approved_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='referat godkendt'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='minutes_sent_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='referat sendt'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='remarks_by',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='bemærkninger senest'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'minutes_sent'), _negated=True), models.Q(('minutes_sent_at__isnull', False), ('remarks_by__isnull', False)), _connector='OR'), name='minutes_that_are_sent_have_a_deadline'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'approved'), _negated=True), models.Q(('approved_at__isnull', False), models.Q(('approval', ''), _negated=True)), _connector='OR'), name='approved_minutes_say_when_and_how'),
        ),
        migrations.AddField(
            model_name='minutescorrection',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='af'),
        ),
        migrations.AddField(
            model_name='minutescorrection',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='councils.agendaitem', verbose_name='punkt'),
        ),
        migrations.AddField(
            model_name='minutescorrection',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='councils.meeting', verbose_name='møde'),
        ),
        migrations.AddField(
            model_name='minutesremark',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='af'),
        ),
        migrations.AddField(
            model_name='minutesremark',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='councils.agendaitem', verbose_name='punkt'),
        ),
        migrations.AddConstraint(
            model_name='minutescorrection',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='a_correction_of_minutes_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='minutesremark',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='a_remark_on_minutes_has_words'),
        ),
        migrations.AddConstraint(
            model_name='minutesremark',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='an_answered_remark_on_minutes_has_its_answer'),
        ),
        *append_only("councils_minutescorrection"),
    ]
