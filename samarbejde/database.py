"""Which PostgreSQL the portal uses: the one DATABASE_URL names, else the embedded one in `var/`.

Two roles reach it. The portal's own, of DATABASE_URL, reads and writes rows; the owner's, of
DATABASE_OWNER_URL, makes and changes the tables, and only the commands that need it take it (`as_owner`).

Can be imported before the packages are installed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from samarbejde import embedded_postgres, environment

APP_ROLE = embedded_postgres.APP_ROLE
# a server that has vanished is found out by us, before the reader gives up
PATIENCE = {"connect_timeout": 5, "tcp_user_timeout": 20_000}  # seconds, milliseconds
READ_ONLY = "25006"  # the reserve answers, and is not in charge yet
_ROLE_OPTION = "-c role="  # how the tests, which log in as the owner, take the portal's role


def connection_settings(checkout: Path, address: str) -> dict[str, object]:
    """Django's settings for the database with this address; "" is the embedded one."""
    return _settings(address) if address else embedded_postgres.connection_settings(embedded_root(checkout))


def owner_settings(checkout: Path, address: str, owner_address: str) -> dict[str, object]:
    """The same for its owner; empty where one role does everything."""
    if address:
        return _settings(owner_address) if owner_address else {}
    return embedded_postgres.owner_settings(embedded_root(checkout))


def _settings(address: str) -> dict[str, object]:
    import dj_database_url

    settings = dj_database_url.parse(address)
    return {**settings, "OPTIONS": PATIENCE | settings.get("OPTIONS", {})}


def role(settings: dict[str, Any]) -> str:
    """Whom a connection with these settings acts as; "" where it is left to the system's user."""
    options = settings.get("OPTIONS", {})
    taken: str = options.get("options", "")
    if taken.startswith(_ROLE_OPTION):
        return taken.removeprefix(_ROLE_OPTION)
    return str(settings.get("USER") or options.get("user", ""))


def is_out_of_order(error: BaseException | None) -> bool:
    """The database is away, full, or has no room for another connection: it is nobody's doing, and passes."""
    from django.db import InterfaceError, OperationalError

    while error is not None:
        if (
            isinstance(error, OperationalError | InterfaceError)
            or getattr(error, "sqlstate", "") == READ_ONLY
        ):
            return True
        error = error.__cause__ or error.__context__
    return False


@contextmanager
def as_owner() -> Iterator[None]:
    """Let this process act as the owner for a while; as itself where there is but one role."""
    from django.conf import settings
    from django.db import connection

    own = connection.settings_dict
    if not settings.DATABASE_OWNER or role(own) == role(settings.DATABASE_OWNER):
        yield
        return
    connection.close()
    connection.settings_dict = {**own, "OPTIONS": {}, **settings.DATABASE_OWNER, "NAME": own["NAME"]}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = own


def embedded_root(checkout: Path) -> Path:
    return checkout / "var" / "postgres"


def tests_root(checkout: Path) -> Path:
    return checkout / "var" / "postgres-tests"


def start(checkout: Path) -> None:
    """Start the embedded server, if it is the one that is used."""
    if not environment.given("DATABASE_URL"):
        embedded_postgres.start(embedded_root(checkout))


def stop(checkout: Path) -> None:
    """Stop what outlived the commands that started it: the embedded server, and the one that tests use."""
    for root in (embedded_root(checkout), tests_root(checkout)):
        if root.exists():
            embedded_postgres.stop(root)


def start_for_tests(checkout: Path) -> None:
    """Unless DATABASE_URL names one: a server that never waits for the disk, beside the demo's data.

    The role of DATABASE_URL owns the tests' database; the portal's role is taken as it connects.
    """
    if not environment.given("DATABASE_URL"):
        root = tests_root(checkout)
        embedded_postgres.start(root, fast=True)
        os.environ["DATABASE_URL"] = embedded_postgres.url(root)
    if not os.environ.get("DATABASE_OWNER_URL"):
        owner = os.environ["DATABASE_OWNER_URL"] = os.environ["DATABASE_URL"]
        os.environ["DATABASE_URL"] = f"{owner}{'&' if '?' in owner else '?'}options=-c%20role%3D{APP_ROLE}"
