from django.db import migrations

TABLES = {
    "plans_edition": "editions_are_append_only",
    "plans_editionfile": "edition_files_are_append_only",
    "plans_submission": "submissions_are_append_only",
}


def protect(table: str, name: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        f"DROP TRIGGER {name} ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial"), ("events", "0002_append_only")]

    operations = [protect(table, name) for table, name in TABLES.items()]
