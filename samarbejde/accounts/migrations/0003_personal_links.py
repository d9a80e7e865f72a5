import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Whatever changes a person, in the portal or beside it, ends what was sent to them before.
END_LINKS = """
CREATE FUNCTION end_personal_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE accounts_personallink SET ended_at = clock_timestamp()
    WHERE user_id = NEW.id AND used_at IS NULL AND ended_at IS NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER a_personal_link_ends_when_its_person_changes
AFTER UPDATE OF email, password, is_active, last_login ON accounts_user FOR EACH ROW WHEN (
    OLD.email IS DISTINCT FROM NEW.email OR OLD.password IS DISTINCT FROM NEW.password
    OR OLD.last_login IS DISTINCT FROM NEW.last_login OR OLD.is_active AND NOT NEW.is_active
)
EXECUTE FUNCTION end_personal_links();
"""
LEAVE_LINKS = """
DROP TRIGGER a_personal_link_ends_when_its_person_changes ON accounts_user;
DROP FUNCTION end_personal_links();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_shared_cache")]

    operations = [
        migrations.RemoveConstraint("invitation", "an_invitation_expires_after_it_is_sent"),
        migrations.RenameModel("Invitation", "PersonalLink"),
        migrations.RenameField("personallink", "accepted_at", "used_at"),
        migrations.RenameField("personallink", "invited_by", "sent_by"),
        migrations.AlterModelOptions(
            "personallink",
            {
                "ordering": ["-created_at"],
                "verbose_name": "personligt link",
                "verbose_name_plural": "personlige links",
            },
        ),
        migrations.AlterField(
            "personallink",
            "user",
            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="links", to=settings.AUTH_USER_MODEL, verbose_name="person"),
        ),
        migrations.AlterField(
            "personallink",
            "sent_by",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="sendt af"),
        ),
        migrations.AddField(
            "personallink",
            "kind",
            models.CharField(choices=[("invitation", "invitation"), ("new_password", "ny adgangskode")], default="invitation", max_length=20, verbose_name="slags"),
            preserve_default=False,
        ),
        migrations.AddField(
            "personallink",
            "address",
            models.EmailField(default="", max_length=254, verbose_name="sendt til"),
            preserve_default=False,
        ),
        migrations.AddField("personallink", "seed", models.UUIDField(default=uuid.uuid4, editable=False)),
        migrations.AddField("personallink", "held_office", models.BooleanField(default=False, verbose_name="havde en post")),
        migrations.AddField("personallink", "ended_at", models.DateTimeField(blank=True, null=True, verbose_name="lukket")),
        migrations.AddConstraint(
            "personallink",
            models.CheckConstraint(condition=models.Q(("expires_at__gt", models.F("created_at"))), name="a_personal_link_expires_after_it_is_sent"),
        ),
        migrations.AddConstraint(
            "personallink",
            models.CheckConstraint(condition=models.Q(("kind__in", ["invitation", "new_password"])), name="a_personal_link_has_a_known_kind"),
        ),
        migrations.RunSQL(END_LINKS, LEAVE_LINKS),
    ]
