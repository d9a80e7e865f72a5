"""The database that a test runs in, for other processes, and its owner's hand in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import connection


def address() -> str:
    """DATABASE_URL of this test's database, with the portal's role."""
    here = connection.settings_dict
    server = {"host": here["HOST"], "port": here["PORT"], "user": here["USER"], "password": here["PASSWORD"]}
    server["options"] = here["OPTIONS"].get("options")
    known = {name: value for name, value in server.items() if value}
    return f"postgresql:///{quote(here['NAME'])}?{urlencode(known, quote_via=quote)}"


@contextmanager
def as_portal() -> Iterator[None]:
    """With the portal's role where a database was just made as its owner (`samarbejde.database.as_owner`)."""
    owner = connection.settings_dict
    connection.close()
    connection.settings_dict = {**settings.DATABASES["default"], "NAME": owner["NAME"], "TEST": owner["TEST"]}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = owner


@contextmanager
def owner() -> Iterator[None]:
    """With the rights of the owner, whom the triggers stop all the same."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        role = cursor.fetchone()[0]
        cursor.execute("SET ROLE NONE")
        yield
        cursor.execute(f"SET ROLE {role}")


@contextmanager
def behind_the_back() -> Iterator[None]:
    """What only somebody with the owner's keys can do, who first switches off every trigger."""
    with owner(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
