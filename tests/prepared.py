"""A database with all its tables, made once for every state of the migrations and copied for each run."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from samarbejde.database import tests_root
from samarbejde.running import CHECKOUT

NAME = "prepared_"
MAKE_TABLES = ("*/migrations/*", "samarbejde/*/migrations/*", "samarbejde/ledger/*.py", "requirements.lock")


def prepare() -> str:
    """The name of the database to copy: whoever comes first makes it, the others wait. Call as the owner."""
    name = NAME + _state()
    with _alone(), connection._nodb_cursor() as cursor:
        known = _prepared(cursor)
        for old in known - {name}:
            cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(old)))
        if name not in known:
            _make(cursor, name)
    return name


def _state() -> str:
    files = sorted(file for pattern in MAKE_TABLES for file in CHECKOUT.glob(pattern) if file.is_file())
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _prepared(cursor) -> set[str]:
    cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [NAME])
    return {name for (name,) in cursor.fetchall()}


def _make(cursor, name: str) -> None:
    """Under another name until it is whole."""
    unfinished = f"un{name}"
    for statement in ("DROP DATABASE IF EXISTS {}", "CREATE DATABASE {}"):
        cursor.execute(sql.SQL(statement).format(sql.Identifier(unfinished)))
    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = unfinished
    try:
        call_command("migrate", interactive=False, verbosity=0)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own
    names = map(sql.Identifier, (unfinished, name))
    cursor.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(*names))


@contextmanager
def _alone() -> Iterator[None]:
    root = tests_root(Path(settings.BASE_DIR))
    root.parent.mkdir(exist_ok=True)
    with (root.parent / "prepared.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
