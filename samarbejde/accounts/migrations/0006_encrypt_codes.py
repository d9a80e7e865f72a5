from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from samarbejde.accounts.encryption import encrypt

SECRETS = {"totp": "secret", "recovery_codes": "seed"}


def encrypt_secrets(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Until now they stood as they are."""
    for row in apps.get_model("mfa", "Authenticator").objects.filter(type__in=SECRETS):
        name = SECRETS[row.type]
        row.data[name] = encrypt(row.data[name])
        row.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_second_factor"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [migrations.RunPython(encrypt_secrets, migrations.RunPython.noop)]
