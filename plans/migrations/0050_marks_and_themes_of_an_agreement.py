from django.db import migrations, models

TABLES = ("multiyearagreement", "historicalmultiyearagreement")


class Migration(migrations.Migration):
    dependencies = [("plans", "0049_what_a_lokalraad_decides")]

    operations = [
        operation
        for table in TABLES
        for name, words in (("marks", "pejlemærker"), ("themes", "valgte temaer"))
        for operation in (
            migrations.AddField(table, name, models.TextField(words, blank=True, default="")),
            migrations.AlterField(table, name, models.TextField(words, blank=True)),
        )
    ]
