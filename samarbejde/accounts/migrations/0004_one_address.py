import unicodedata

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import samarbejde.accounts.email_addresses

WELL_WRITTEN = r"^[!-~]+@\S*[^.\s]$"
# allauth's own table: an old address in it would still log in, an unverified one bars the second factor.
NO_OTHER_ADDRESSES = """
ALTER TABLE account_emailaddress ADD CONSTRAINT an_address_is_kept_on_the_person_alone CHECK (false)
"""
OTHER_ADDRESSES = "ALTER TABLE account_emailaddress DROP CONSTRAINT an_address_is_kept_on_the_person_alone"


def write_well(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """An address that cannot be written well, or that another then has already, is taken away."""
    people = apps.get_model("accounts", "User").objects
    for person in people.exclude(email=None).exclude(email__regex=WELL_WRITTEN):
        email = unicodedata.normalize("NFKC", person.email).strip().rstrip(".").lower()
        odd = not email.rpartition("@")[0].isascii() or " " in email or "@" not in email
        person.email = None if odd or people.filter(email=email).exists() else email
        person.save(update_fields=["email"])


class Migration(migrations.Migration):
    dependencies = [("account", "0009_emailaddress_unique_primary_email"), ("accounts", "0003_personal_links")]

    operations = [
        migrations.RunSQL(
            "DELETE FROM account_emailconfirmation; DELETE FROM account_emailaddress; "
            "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(NO_OTHER_ADDRESSES, OTHER_ADDRESSES),
        migrations.AlterField(
            "user",
            "email",
            models.EmailField(blank=True, max_length=254, null=True, unique=True, validators=[samarbejde.accounts.email_addresses.validate_address], verbose_name="e-mail"),
        ),
        migrations.RunPython(write_well, migrations.RunPython.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED", migrations.RunSQL.noop),
        migrations.AddConstraint(
            "user",
            models.CheckConstraint(condition=models.Q(("email__regex", WELL_WRITTEN)), name="an_email_is_kept_without_blanks_and_lookalikes"),
        ),
    ]
