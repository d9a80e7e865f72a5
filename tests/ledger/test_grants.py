"""What the portal's role may do: everything it needs, and nothing to what was signed and published."""

from threading import Timer

import psycopg
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import DO_NOTHING, PROTECT
from simple_history.models import HistoricalChanges

from samarbejde.ledger import grants
from samarbejde.ledger.checks import the_portal_cannot_change_what_was_signed
from samarbejde.ledger.models import AppendOnly, Link
from tests.database import owner

pytestmark = pytest.mark.django_db

MODELS = [model for model in apps.get_models() if model._meta.managed]
KEPT = sorted(model._meta.db_table for model in MODELS if issubclass(model, AppendOnly) or model is Link)
HISTORY = sorted(model._meta.db_table for model in MODELS if issubclass(model, HistoricalChanges))
WRITTEN = sorted({model._meta.db_table for model in MODELS} - {*KEPT, *HISTORY})
TO_REFUSE = (
    'UPDATE {0} SET "{1}" = "{1}"',
    "DELETE FROM {0}",
    "TRUNCATE {0} CASCADE",
    "DROP TABLE {0} CASCADE",
)


def ask(sql: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def a_column(table: str) -> str:
    with connection.cursor() as cursor:
        return connection.introspection.get_table_description(cursor, table)[0].name


def test_the_tests_run_with_the_portals_role():
    [(user, is_superuser)] = ask("SELECT current_user, current_setting('is_superuser')")
    assert (user, is_superuser) == ("samarbejde_app", "off")


@pytest.mark.parametrize("statement", TO_REFUSE)
@pytest.mark.parametrize("table", [*KEPT, *HISTORY, "django_migrations"])
def test_the_portal_cannot_change_what_is_kept(table, statement):
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        ask(statement.format(table, a_column(table)))
    assert refused.value.__cause__.sqlstate == "42501"


@pytest.mark.parametrize("statement", ["TRUNCATE {0} CASCADE", "ALTER TABLE {0} DISABLE TRIGGER USER"])
@pytest.mark.parametrize("table", WRITTEN)
def test_the_portal_can_empty_and_alter_no_table(table, statement):
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        ask(statement.format(table))
    assert refused.value.__cause__.sqlstate == "42501"


@pytest.mark.parametrize("table", WRITTEN)
def test_the_portal_writes_all_other_tables(table):
    for right in ("SELECT", "INSERT", "UPDATE", "DELETE"):
        assert ask("SELECT has_table_privilege(%s, %s)", table, right) == [(True,)], right


@pytest.mark.parametrize("table", [table for table in KEPT if table != "ledger_link"] + HISTORY)
def test_the_portal_adds_to_what_is_kept(table):
    for right in ("SELECT", "INSERT"):
        assert ask("SELECT has_table_privilege(%s, %s)", table, right) == [(True,)], right


def test_the_portal_makes_no_links_itself():
    for statement in (
        "INSERT INTO ledger_link VALUES (1, 'events_event', 1, '', '', '')",
        "INSERT INTO ledger_waiting (table_name, row_id, digest) VALUES ('events_event', 1, '')",
        "CREATE TEMP TABLE events_event (id bigint); "
        "CREATE CONSTRAINT TRIGGER x AFTER INSERT ON events_event FOR EACH ROW EXECUTE FUNCTION await_link()",
        "CREATE TABLE public.mine (id bigint)",
    ):
        with pytest.raises(DatabaseError) as refused, transaction.atomic():
            ask(statement)
        assert refused.value.__cause__.sqlstate == "42501", statement


def test_every_table_that_refuses_change_is_declared_and_guarded_whole():
    guards = ask(
        "SELECT tgrelid::regclass::text, count(*) FILTER (WHERE proname = 'refuse_change'),"
        " count(*) FILTER (WHERE proname = 'refuse_emptying'), count(*) FILTER (WHERE proname = 'await_link')"
        " FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal"
        " AND proname IN ('refuse_change', 'refuse_emptying', 'await_link') GROUP BY 1 ORDER BY 1"
    )
    assert guards == [(table, 1, 1, 0 if table == "ledger_link" else 1) for table in KEPT]


@pytest.mark.parametrize("table", KEPT)
def test_the_owner_cannot_empty_what_is_kept_by_a_slip(table):
    with owner(), pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
        ask(f"TRUNCATE {table} CASCADE")


def test_no_deletion_elsewhere_would_change_what_is_kept():
    """Django itself empties a foreign key, or deletes its row, when what it names goes: here it must not."""
    changed = {
        f"{model._meta.db_table}.{field.name}"
        for model in MODELS
        if model._meta.db_table in {*KEPT, *HISTORY}
        for field in model._meta.fields
        if field.remote_field and field.remote_field.on_delete not in (PROTECT, DO_NOTHING)
    }
    assert changed == set()


def test_rights_are_laid_anew_after_each_migration():
    with owner(), transaction.atomic():
        ask("GRANT UPDATE, TRUNCATE ON events_event TO samarbejde_app")
        ask("CREATE TABLE later (id bigint)")
    assert [w.id for w in the_portal_cannot_change_what_was_signed()] == ["ledger.W001"]

    with owner():
        grants.lay("samarbejde_app")

    assert the_portal_cannot_change_what_was_signed() == []
    assert ask("SELECT has_table_privilege('later', 'UPDATE'), has_table_privilege('later', 'TRUNCATE')") == [
        (True, False)
    ]
    assert ask("SELECT has_table_privilege('events_event', 'TRUNCATE')") == [(False,)]


def test_a_role_that_is_missing_is_made():
    """As in the data folder of a checkout from before there were two."""
    with owner():
        grants.lay("a_new_role")
    rights = "SELECT has_table_privilege('a_new_role', 'events_event', %s)"
    assert [ask(rights, right) for right in ("INSERT", "UPDATE")] == [[(True,)], [(False,)]]


@pytest.mark.django_db(transaction=True)
def test_migrate_acts_as_the_owner_and_comes_back(cast):
    call_command("migrate", verbosity=0)
    assert ask("SELECT current_user") == [("samarbejde_app",)]


def test_a_role_that_is_made_beside_us_serves_as_well():
    """As where the databases of two checkouts are migrated at once on one server."""
    name, here = "samarbejde_beside", connection.get_connection_params() | {"options": ""}
    with psycopg.connect(**here) as beside, owner():
        beside.execute(f"DROP ROLE IF EXISTS {name}")
        beside.commit()
        beside.execute(f"CREATE ROLE {name} LOGIN")
        made = Timer(0.3, beside.commit)
        made.start()
        grants._make(name)
        made.join()
        assert ask("SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", name) == [(True,)]
        beside.execute(f"DROP ROLE {name}")
