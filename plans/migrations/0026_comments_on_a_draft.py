"""What people write about a place in a draft. Nobody rewrites it: the database refuses that."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


WORDS = {
    "plans_comment": (
        "plan_id lineage section_title exact prefix suffix channel text by_id at form_key".split()
    ),
    "plans_commentreply": "comment_id act text by_id at form_key".split(),
}


def never_rewritten(table):
    """Rows go with their plan, are withdrawn and resolved; what they say stays as it was written."""
    old, new = (", ".join(f"{row}.{name}" for name in WORDS[table]) for row in ("OLD", "NEW"))
    return migrations.RunSQL(
        f"CREATE TRIGGER {table}_is_never_rewritten BEFORE UPDATE ON {table} FOR EACH ROW "
        f"WHEN (({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION refuse_rewriting()",
        f"DROP TRIGGER {table}_is_never_rewritten ON {table}",
    )


REFUSE = """
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was written in % stays as it was', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0025_what_is_new_in_a_plan'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lineage', models.UUIDField(verbose_name='afsnittets slægt')),
                ('section_title', models.CharField(max_length=300, verbose_name='afsnit, som det hed')),
                ('exact', models.TextField(blank=True, verbose_name='citat')),
                ('prefix', models.CharField(blank=True, max_length=32, verbose_name='ordene før')),
                ('suffix', models.CharField(blank=True, max_length=32, verbose_name='ordene efter')),
                ('channel', models.CharField(choices=[('internal', 'kun sekretariatet'), ('shared', 'delt')], max_length=10, verbose_name='hvem der kan læse den')),
                ('text', models.TextField(verbose_name='kommentar')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='skrevet')),
                ('resolved_at', models.DateTimeField(blank=True, null=True, verbose_name='løst')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='trukket tilbage')),
                ('form_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='af')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='plans.plan', verbose_name='plan')),
                ('resolved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='løst af')),
            ],
            options={
                'verbose_name': 'kommentar',
                'verbose_name_plural': 'kommentarer',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CommentReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(blank=True, choices=[('', 'svar'), ('resolved', 'markerede den som løst'), ('reopened', 'åbnede den igen')], default='', max_length=10, verbose_name='hvad der skete')),
                ('text', models.TextField(blank=True, verbose_name='svar')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='skrevet')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='trukket tilbage')),
                ('form_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='af')),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='plans.comment', verbose_name='kommentar')),
            ],
            options={
                'verbose_name': 'svar på en kommentar',
                'verbose_name_plural': 'svar på kommentarer',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='a_comment_says_something'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('channel__in', ['internal', 'shared'])), name='a_comment_has_a_known_channel'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('exact', ''), _negated=True), models.Q(('prefix', ''), ('suffix', '')), _connector='OR'), name='only_a_quotation_has_words_around_it'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('resolved_at', None), ('resolved_by', None)), models.Q(('resolved_at__isnull', False), ('resolved_by__isnull', False)), _connector='OR'), name='a_resolved_comment_says_by_whom_and_when'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.UniqueConstraint(fields=('plan', 'form_key'), name='a_form_sent_twice_makes_one_comment'),
        ),
        migrations.AddConstraint(
            model_name='commentreply',
            constraint=models.CheckConstraint(condition=models.Q(('act__in', ['', 'resolved', 'reopened'])), name='an_answer_to_a_comment_has_a_known_act'),
        ),
        migrations.AddConstraint(
            model_name='commentreply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('act', ''), models.Q(('text', ''), _negated=True)), models.Q(models.Q(('act', ''), _negated=True), ('text', '')), _connector='OR'), name='an_answer_to_a_comment_says_or_does_something'),
        ),
        migrations.AddConstraint(
            model_name='commentreply',
            constraint=models.UniqueConstraint(fields=('comment', 'form_key'), name='a_form_sent_twice_makes_one_answer'),
        ),
        migrations.AddIndex('comment', models.Index(fields=['plan', 'lineage'], name='comments_by_section')),
        migrations.RunSQL(REFUSE, "DROP FUNCTION refuse_rewriting"),
        *map(never_rewritten, WORDS),
    ]
