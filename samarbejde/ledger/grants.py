"""What the portal's role may do, laid anew after every migration.

The owner of the database migrates. The portal's role reads and writes rows and no more: it cannot change
what is append-only, nor the history of texts and registers, and it can empty, alter and drop nothing.
"""

from typing import LiteralString

from django.apps import apps
from django.db import IntegrityError, ProgrammingError, connection, transaction
from psycopg import sql
from psycopg.errors import DuplicateObject, UniqueViolation
from simple_history.models import HistoricalChanges

from samarbejde.ledger.models import AppendOnly, Link

READ = "SELECT"
ADD = "SELECT, INSERT"
WRITE = "SELECT, INSERT, UPDATE, DELETE"
READ_ONLY = frozenset({Link._meta.db_table, "django_migrations"})
HIDDEN = frozenset({"ledger_waiting"})  # the database's own


def append_only_tables() -> frozenset[str]:
    return frozenset(
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, AppendOnly | HistoricalChanges) and model is not Link
    )


def owner() -> str:
    """The role that this connection acts as."""
    return str(_first("SELECT current_user"))


def lay(role: str) -> None:
    """Give `role` its rights, and those alone; the role is made where it is missing. Call as the owner."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(4070115)")  # any number that nobody else uses
        _make(role)
        for statement in _statements(role):
            cursor.execute(statement)


def _make(role: str) -> None:
    """Roles are the whole server's: one made beside us, for another database, serves as well."""
    if _first("SELECT 1 FROM pg_roles WHERE rolname = %s", role):
        return
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_statement("CREATE ROLE {role} LOGIN", role))
    except (IntegrityError, ProgrammingError) as error:
        if not isinstance(error.__cause__, DuplicateObject | UniqueViolation):
            raise


def _statements(role: str) -> list[sql.Composed]:
    found = [
        _statement("GRANT USAGE ON SCHEMA public TO {role}", role),
        _statement("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}", role),
        _statement("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}", role),
    ]
    for function in _with_the_owners_rights():
        found.append(sql.SQL("REVOKE EXECUTE ON FUNCTION {} FROM PUBLIC").format(sql.SQL(function)))
    for table, rights in rights_by_table().items():
        granted = f"GRANT {rights} ON {{table}} TO {{role}}"
        found.append(_statement(granted, role, table=sql.Identifier("public", table)))
    return found


def rights_by_table() -> dict[str, str]:
    """For each table that there is."""
    with connection.cursor() as cursor:
        names = set(connection.introspection.table_names(cursor)) - HIDDEN
    added = append_only_tables()
    return {name: READ if name in READ_ONLY else ADD if name in added else WRITE for name in sorted(names)}


def _with_the_owners_rights() -> list[LiteralString]:
    """The functions that act as the owner; a restored database has forgotten that nobody may call them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT oid::regprocedure::text FROM pg_proc "
            "WHERE prosecdef AND pronamespace = 'public'::regnamespace"
        )
        return [function for (function,) in cursor.fetchall()]


def _statement(text: str, role: str, **parts: sql.Identifier) -> sql.Composed:
    return sql.SQL(text).format(role=sql.Identifier(role), **parts)


def _first(question: str, *values: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        row = cursor.fetchone()
    return row[0] if row else None
