from django.db import migrations

from samarbejde.ledger.protection import linked

TABLES = ("plans_edition", "plans_editionfile", "plans_submission")


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_append_only"), ("ledger", "0001_initial")]

    operations = [operation for table in TABLES for operation in linked(table)]
