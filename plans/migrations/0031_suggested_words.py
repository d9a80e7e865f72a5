"""Words that are suggested for a section. Nobody rewrites them: the database refuses that."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


WORDS = "plan_id lineage section_title base_version heading body closing reason by_id at form_key".split()


def never_rewritten():
    """What was suggested stays as it was written; what becomes of it is written once beside it."""
    old, new = (", ".join(f"{row}.{name}" for name in WORDS) for row in ("OLD", "NEW"))
    return migrations.RunSQL(
        "CREATE TRIGGER plans_suggestion_is_never_rewritten BEFORE UPDATE ON plans_suggestion FOR EACH ROW "
        f"WHEN (({old}) IS DISTINCT FROM ({new}) OR OLD.state <> 'waiting') EXECUTE FUNCTION refuse_rewriting()",
        "DROP TRIGGER plans_suggestion_is_never_rewritten ON plans_suggestion",
    )


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0030_the_secretariats_words'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lineage', models.UUIDField(verbose_name='afsnittets slægt')),
                ('section_title', models.CharField(max_length=300, verbose_name='afsnit, som det hed')),
                ('base_version', models.PositiveIntegerField(verbose_name='skrevet over version')),
                ('heading', models.CharField(blank=True, max_length=300, verbose_name='overskrift')),
                ('body', models.TextField(blank=True, verbose_name='tekst')),
                ('closing', models.TextField(blank=True, verbose_name='tekst efter oplysningerne')),
                ('reason', models.TextField(blank=True, verbose_name='hvorfor')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='skrevet')),
                ('form_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('state', models.CharField(choices=[('waiting', 'venter'), ('accepted', 'optaget'), ('declined', 'afvist'), ('withdrawn', 'trukket tilbage')], default='waiting', max_length=10, verbose_name='tilstand')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='afgjort')),
                ('answer', models.TextField(blank=True, verbose_name='begrundelse')),
                ('became_version', models.PositiveIntegerField(blank=True, null=True, verbose_name='blev til version')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='af')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='afgjort af')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='plans.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'ændringsforslag',
                'verbose_name_plural': 'ændringsforslag',
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['plan', 'lineage'], name='suggestions_by_section')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'accepted', 'declined', 'withdrawn'])), name='a_suggestion_has_a_known_state'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='a_declined_suggestion_has_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('state__in', ('accepted', 'declined'))), models.Q(models.Q(('state__in', ('accepted', 'declined')), _negated=True), ('decided_at', None), ('decided_by', None)), _connector='OR'), name='a_decided_suggestion_says_by_whom_and_when'), models.CheckConstraint(condition=models.Q(models.Q(('became_version__isnull', False), ('state', 'accepted')), models.Q(models.Q(('state', 'accepted'), _negated=True), ('became_version', None)), _connector='OR'), name='an_accepted_suggestion_became_a_version'), models.UniqueConstraint(fields=('plan', 'form_key'), name='a_form_sent_twice_makes_one_suggestion')],
            },
        ),
        never_rewritten(),
    ]
