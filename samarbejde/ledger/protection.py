"""How a migration makes a table append-only. What stands here is history: it is never changed."""

from django.db import migrations

NEVER_CHANGED = """
CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""
NEVER_EMPTIED = """
CREATE TRIGGER {table}_is_never_emptied BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
"""
LINKED = """
CREATE CONSTRAINT TRIGGER {table}_is_linked AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION await_link();
SET LOCAL timezone = 'UTC';
INSERT INTO ledger_waiting (table_name, row_id, digest)
SELECT '{table}', id, row_digest(to_jsonb({table})) FROM {table}
WHERE NOT EXISTS (SELECT FROM ledger_link WHERE "table" = '{table}' AND "row" = id) ORDER BY id;
"""


def append_only(table: str) -> list[migrations.RunSQL]:
    """Rows are never changed; those that stand and those to come are linked."""
    return [_trigger(NEVER_CHANGED, "is_append_only", table), *linked(table)]


def linked(table: str) -> list[migrations.RunSQL]:
    """The same for a table whose rows are guarded already."""
    return [_trigger(NEVER_EMPTIED, "is_never_emptied", table), _trigger(LINKED, "is_linked", table)]


def _trigger(sql: str, name: str, table: str) -> migrations.RunSQL:
    undo = f"DROP TRIGGER {table}_{name} ON {table}"
    return migrations.RunSQL(sql.format(table=table), undo)
