"""What was signed, voided, decided and announced becomes rows of its own, which nobody changes."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from samarbejde.ledger.protection import append_only

TABLES = ("frozentext", "voiding", "signature", "givensignature", "decision", "decisionannouncement")
# Foreign keys are checked at once, so that the tables can be altered in the same transaction.
CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"


def _bulk_create(model: type[models.Model], rows: list[models.Model]) -> None:
    model._default_manager.bulk_create(rows, batch_size=500)


def keep(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    model = {name: apps.get_model("plans", name) for name in (*TABLES, "signatureround")}
    for round_ in model["signatureround"].objects.order_by("pk").iterator(chunk_size=20):
        round_.text = model["frozentext"].objects.create(
            snapshot=round_.snapshot, content_hash=round_.content_hash
        )
        round_.save(update_fields=["text"])
        if round_.state == "voided":
            model["voiding"].objects.create(
                round=round_, reason=round_.void_reason, voided_at=round_.closed_at
            )
    given = model["signature"].objects.exclude(signed_at=None).order_by("pk")
    _bulk_create(
        model["givensignature"],
        [
            model["givensignature"](
                signature=old, method=old.method, signed_at=old.signed_at, signed_hash=old.signed_hash
            )
            for old in given
        ],
    )
    told = model["decision"].objects.exclude(announced_at=None).order_by("pk")
    _bulk_create(
        model["decisionannouncement"],
        [
            model["decisionannouncement"](
                decision=old, announced_by=old.decided_by, announced_at=old.announced_at
            )
            for old in told
        ],
    )


def give_back(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    model = {name: apps.get_model("plans", name) for name in (*TABLES, "signatureround")}
    for round_ in model["signatureround"].objects.select_related("text"):
        round_.snapshot, round_.content_hash = round_.text.snapshot, round_.text.content_hash
        round_.save(update_fields=["snapshot", "content_hash"])
    for voiding in model["voiding"].objects.all():
        model["signatureround"].objects.filter(pk=voiding.round_id).update(void_reason=voiding.reason)
    for given in model["givensignature"].objects.all():
        model["signature"].objects.filter(pk=given.signature_id).update(
            state="signed", method=given.method, signed_at=given.signed_at, signed_hash=given.signed_hash
        )
    model["signature"].objects.filter(round__state="voided").update(state="voided")
    for told in model["decisionannouncement"].objects.all():
        model["decision"].objects.filter(pk=told.decision_id).update(announced_at=told.announced_at)


def key() -> models.BigAutoField:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("plans", "0003_linked"),
    ]

    operations = [
        migrations.CreateModel(
            name="FrozenText",
            fields=[
                ("id", key()),
                ("snapshot", models.JSONField(verbose_name="tekst")),
                ("content_hash", models.CharField(max_length=64, verbose_name="kontrolsum")),
            ],
            options={"verbose_name": "låst tekst", "verbose_name_plural": "låste tekster"},
        ),
        migrations.CreateModel(
            name="Voiding",
            fields=[
                ("id", key()),
                ("reason", models.TextField(verbose_name="hvorfor den bortfaldt")),
                (
                    "voided_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="bortfaldet"),
                ),
                (
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voiding",
                        to="plans.signatureround",
                        verbose_name="underskriftsrunde",
                    ),
                ),
            ],
            options={"verbose_name": "bortfald", "verbose_name_plural": "bortfald"},
        ),
        migrations.CreateModel(
            name="GivenSignature",
            fields=[
                ("id", key()),
                (
                    "method",
                    models.CharField(
                        choices=[("portal", "i portalen"), ("paper", "på papir")],
                        default="portal",
                        max_length=10,
                        verbose_name="hvordan",
                    ),
                ),
                (
                    "signed_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="underskrevet"),
                ),
                (
                    "signed_hash",
                    models.CharField(max_length=64, verbose_name="kontrolsum, der blev underskrevet"),
                ),
                (
                    "signature",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="given",
                        to="plans.signature",
                        verbose_name="underskrift",
                    ),
                ),
            ],
            options={
                "verbose_name": "afgivet underskrift",
                "verbose_name_plural": "afgivne underskrifter",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("signed_hash", ""), _negated=True), name="a_signature_has_a_text"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("method__in", ["portal", "paper"])),
                        name="a_signature_has_a_known_method",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionAnnouncement",
            fields=[
                ("id", key()),
                (
                    "announced_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="meddelt"),
                ),
                (
                    "announced_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="meddelt af",
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="announcement",
                        to="plans.decision",
                        verbose_name="afgørelse",
                    ),
                ),
            ],
            options={"verbose_name": "meddelt afgørelse", "verbose_name_plural": "meddelte afgørelser"},
        ),
        migrations.RemoveConstraint("signature", "a_signature_has_a_time_and_a_text"),
        migrations.RemoveConstraint("signature", "a_signature_has_a_known_state_and_method"),
        migrations.RemoveConstraint("signatureround", "a_voided_round_has_a_reason"),
        migrations.AddField(
            "signatureround",
            "text",
            models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="round",
                to="plans.frozentext",
                verbose_name="tekst",
            ),
        ),
        migrations.AlterField("signatureround", "snapshot", models.JSONField(null=True)),
        migrations.AlterField("signatureround", "content_hash", models.CharField(default="", max_length=64)),
        migrations.RunSQL(migrations.RunSQL.noop, CHECKED),
        migrations.RunPython(keep, give_back),
        migrations.RunSQL(CHECKED, migrations.RunSQL.noop),
        migrations.AlterField(
            "signatureround",
            "text",
            models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="round",
                to="plans.frozentext",
                verbose_name="tekst",
            ),
        ),
        migrations.RemoveField("signatureround", "snapshot"),
        migrations.RemoveField("signatureround", "content_hash"),
        migrations.RemoveField("signatureround", "void_reason"),
        migrations.RemoveField("signature", "state"),
        migrations.RemoveField("signature", "method"),
        migrations.RemoveField("signature", "signed_at"),
        migrations.RemoveField("signature", "signed_hash"),
        migrations.RemoveField("decision", "announced_at"),
        migrations.AddConstraint(
            "voiding",
            models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="a_voided_round_has_a_reason"
            ),
        ),
        *(operation for table in TABLES for operation in append_only(f"plans_{table}")),
    ]
