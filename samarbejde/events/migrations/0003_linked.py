from django.db import migrations

from samarbejde.ledger.protection import linked


class Migration(migrations.Migration):
    dependencies = [("events", "0002_append_only"), ("ledger", "0001_initial")]

    operations = linked("events_event")
