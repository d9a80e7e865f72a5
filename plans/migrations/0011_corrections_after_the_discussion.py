"""What a consultation asked for, corrections after a discussion, and why a plan is not signed."""

import re
from datetime import date

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from samarbejde.danish import MONTHS
from samarbejde.ledger.protection import append_only

CORRECTIONS_FIT = """
CREATE FUNCTION refuse_unfit_corrections() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    gone timestamptz;
    pass bigint := CASE TG_TABLE_NAME WHEN 'plans_correctionpass' THEN NEW.id
        ELSE (to_jsonb(NEW)->>'correction_pass_id')::bigint END;
BEGIN
    SELECT stood_until INTO gone FROM plans_correctionpass
    JOIN plans_discussion AS discussion ON discussion.id = discussion_id
    WHERE plans_correctionpass.id = pass FOR SHARE OF discussion;  -- nobody takes the plan back meanwhile
    IF gone IS NOT NULL THEN
        RAISE EXCEPTION 'corrections % are of a discussion that stands no more', pass
        USING ERRCODE = 'check_violation', CONSTRAINT = 'corrections_are_of_a_discussion_that_stands';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER corrections_are_of_a_discussion_that_stands AFTER INSERT ON plans_correctionpass
FOR EACH ROW EXECUTE FUNCTION refuse_unfit_corrections();
CREATE TRIGGER corrections_are_of_a_discussion_that_stands AFTER INSERT ON plans_correctionsmade
FOR EACH ROW EXECUTE FUNCTION refuse_unfit_corrections();
"""
SIGNED_BEFORE = """
CREATE FUNCTION refuse_no_reason_not_to_sign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM plans_givensignature JOIN plans_signature ON plans_signature.id = signature_id
        JOIN plans_signatureround ON plans_signatureround.id = round_id WHERE plan_id = NEW.id
    ) THEN
        RAISE EXCEPTION 'plan % has been signed, and is signed no more without a reason', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a_plan_once_signed_says_why_it_is_signed_no_more';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_plan_once_signed_says_why_it_is_signed_no_more BEFORE UPDATE ON plans_plan FOR EACH ROW
WHEN (NOT NEW.signatures_required AND NEW.unsigned_reason = ''
    AND (OLD.signatures_required OR OLD.unsigned_reason <> ''))
EXECUTE FUNCTION refuse_no_reason_not_to_sign();
"""
ANSWER_BY = re.compile(rf"senest (\d+)\. ({'|'.join(MONTHS)}) (\d{{4}})")


def tell_of_consultations(apps, schema_editor):
    """Those that plans are in now, as their events tell of them."""
    Event, Plan = apps.get_model("events", "Event"), apps.get_model("plans", "Plan")
    Consultation = apps.get_model("plans", "Consultation")
    for plan in Plan.objects.filter(state="consultation"):
        told = Event.objects.filter(
            verb="plan.consultation", subject_id=plan.pk, subject_type__app_label="plans", subject_type__model="plan"
        )
        event = told.order_by("-at", "-pk").first()
        if event is None:
            continue
        found = ANSWER_BY.search(event.text)
        until = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])) if found else None
        Consultation.objects.create(plan=plan, sent_at=event.at, sent_by_id=event.actor_id, answer_by=until)


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0005_attendance_by_seat'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('events', '0004_denied_attempts'),
        ('plans', '0010_proposals_that_are_moved_on'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Consultation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sendt i høring')),
                ('answer_by', models.DateField(blank=True, null=True, verbose_name='bemærkninger senest')),
                ('note', models.TextField(blank=True, verbose_name='besked til modtagerne')),
            ],
            options={
                'verbose_name': 'høring',
                'verbose_name_plural': 'høringer',
                'ordering': ['-sent_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='CorrectionPass',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('begun_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='begyndt')),
            ],
            options={
                'verbose_name': 'rettelser efter drøftelsen',
                'verbose_name_plural': 'rettelser efter drøftelsen',
            },
        ),
        migrations.CreateModel(
            name='CorrectionsMade',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changes', models.JSONField(default=list, verbose_name='hvad der blev rettet')),
                ('ended_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='afsluttet')),
            ],
            options={
                'verbose_name': 'afsluttede rettelser',
                'verbose_name_plural': 'afsluttede rettelser',
            },
        ),
        migrations.RemoveConstraint(
            model_name='plan',
            name='a_plan_has_a_known_state',
        ),
        migrations.AddField(
            model_name='discussion',
            name='early_reason',
            field=models.TextField(blank=True, verbose_name='hvorfor før høringen var slut'),
        ),
        migrations.AddField(
            model_name='historicalplan',
            name='unsigned_reason',
            field=models.TextField(blank=True, verbose_name='hvorfor planen ikke underskrives'),
        ),
        migrations.AddField(
            model_name='plan',
            name='unsigned_reason',
            field=models.TextField(blank=True, verbose_name='hvorfor planen ikke underskrives'),
        ),
        migrations.AlterField(
            model_name='historicalplan',
            name='state',
            field=models.CharField(choices=[('draft', 'kladde'), ('consultation', 'i høring'), ('discussed', 'drøftet i kredsrådet'), ('correcting', 'rettes efter drøftelsen'), ('signing', 'til underskrift'), ('signed', 'underskrevet'), ('published', 'offentliggjort')], default='draft', max_length=12, verbose_name='tilstand'),
        ),
        migrations.AlterField(
            model_name='plan',
            name='state',
            field=models.CharField(choices=[('draft', 'kladde'), ('consultation', 'i høring'), ('discussed', 'drøftet i kredsrådet'), ('correcting', 'rettes efter drøftelsen'), ('signing', 'til underskrift'), ('signed', 'underskrevet'), ('published', 'offentliggjort')], default='draft', max_length=12, verbose_name='tilstand'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'consultation', 'discussed', 'correcting', 'signing', 'signed', 'published'])), name='a_plan_has_a_known_state'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('signatures_required', False), ('unsigned_reason', ''), _connector='OR'), name='a_plan_that_is_signed_has_no_reason_not_to_be'),
        ),
        migrations.AddField(
            model_name='consultation',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='plans.plan', verbose_name='plan'),
        ),
        migrations.AddField(
            model_name='consultation',
            name='sent_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='sendt af'),
        ),
        migrations.AddField(
            model_name='correctionpass',
            name='begun_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='begyndt af'),
        ),
        migrations.AddField(
            model_name='correctionpass',
            name='discussion',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='plans.discussion', verbose_name='drøftelse'),
        ),
        migrations.AddField(
            model_name='correctionpass',
            name='text',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='discussed', to='plans.frozentext', verbose_name='teksten, som den blev drøftet'),
        ),
        migrations.AddField(
            model_name='correctionsmade',
            name='correction_pass',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='made', to='plans.correctionpass', verbose_name='rettelser'),
        ),
        migrations.AddField(
            model_name='correctionsmade',
            name='ended_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='afsluttet af'),
        ),
        migrations.AddField(
            model_name='correctionsmade',
            name='text',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='corrected', to='plans.frozentext', verbose_name='den rettede tekst'),
        ),
        *append_only("plans_correctionpass"),
        *append_only("plans_correctionsmade"),
        migrations.RunSQL(
            CORRECTIONS_FIT,
            "DROP TRIGGER corrections_are_of_a_discussion_that_stands ON plans_correctionpass; "
            "DROP TRIGGER corrections_are_of_a_discussion_that_stands ON plans_correctionsmade; "
            "DROP FUNCTION refuse_unfit_corrections()",
        ),
        migrations.RunSQL(
            SIGNED_BEFORE,
            "DROP TRIGGER a_plan_once_signed_says_why_it_is_signed_no_more ON plans_plan; "
            "DROP FUNCTION refuse_no_reason_not_to_sign()",
        ),
        migrations.RunPython(tell_of_consultations, migrations.RunPython.noop),
    ]
