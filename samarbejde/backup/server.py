"""The portal's PostgreSQL as its own programs and plain connections see it, beside Django's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import psycopg
from django.db import connection
from psycopg import pq, sql
from psycopg.conninfo import make_conninfo

from samarbejde.obstacle import Obstacle

MAINTENANCE = 7_113_001  # the advisory lock of whoever makes a database beside the portal's


@dataclass(frozen=True)
class Database:
    """A database by name, at the portal's own server. Call as its owner (`samarbejde.database.as_owner`)."""

    name: str

    def connect(self, *, autocommit: bool = False) -> psycopg.Connection:
        try:
            return psycopg.connect(make_conninfo(**self._parameters()), autocommit=autocommit)
        except psycopg.OperationalError as error:
            raise Obstacle(f"{error}\nDatabasen svarer ikke: ret DATABASE_URL, og prøv igen.") from error

    def environment(self) -> dict[str, str]:
        """What PostgreSQL's programs read: no password stands among the arguments, where all can see it."""
        parameters = self._parameters()
        return {
            option.envvar.decode(): parameters[option.keyword.decode()]
            for option in pq.Conninfo.get_defaults()
            if option.envvar and option.keyword.decode() in parameters
        }

    def address(self) -> str:
        """For DATABASE_URL and DATABASE_OWNER_URL."""
        given = self._parameters()
        user, password, host, port, name = (
            quote(given.pop(part, ""), safe="") for part in ("user", "password", "host", "port", "dbname")
        )
        secret, place = f":{password}" if password else "", f":{port}" if port else ""
        return f"postgresql://{user}{secret}@{host}{place}/{name}" + (f"?{urlencode(given)}" if given else "")

    def _parameters(self) -> dict[str, str]:
        known = {option.keyword.decode() for option in pq.Conninfo.get_defaults()}
        given = connection.get_connection_params() | {"dbname": self.name}
        return {name: str(value) for name, value in given.items() if name in known - {"client_encoding"}}


def portal() -> Database:
    return Database(str(connection.settings_dict["NAME"]))


@contextmanager
def scratch_database() -> Iterator[Database]:
    """An empty database beside the portal's, gone afterwards; one that a killed process left gives way."""
    main = portal()
    scratch = Database(f"{main.name}_rehearsal")
    with main.connect(autocommit=True) as at_work:
        locked = at_work.execute("SELECT pg_try_advisory_lock(%s)", [MAINTENANCE]).fetchone()
        if locked != (True,):
            raise Obstacle("En anden prøve er i gang på denne database: vent, til den er færdig.")
        _drop(scratch, at_work)
        _create(scratch, at_work)
        try:
            yield scratch
        finally:
            _drop(scratch, at_work)


def _drop(scratch: Database, at_work: psycopg.Connection) -> None:
    """Ends our own connections alone: FORCE would end PostgreSQL's cleaning as well, which its administrator
    alone may; left to itself, that gives way within the five seconds that DROP waits.
    """
    at_work.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = %s AND usename = current_user",
        [scratch.name],
    )
    at_work.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(scratch.name)))


def _create(scratch: Database, at_work: psycopg.Connection) -> None:
    locale = at_work.execute(
        "SELECT datcollate, datctype FROM pg_database WHERE datname = current_database()"
    ).fetchone()
    create = sql.SQL(
        "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE {} LC_CTYPE {}"
    ).format(sql.Identifier(scratch.name), *map(sql.Literal, locale or ()))
    try:
        at_work.execute(create)
    except psycopg.errors.InsufficientPrivilege as error:
        raise Obstacle(
            f"Rollen {at_work.info.user} må ikke oprette den database, der prøves i: "
            f"kør 'ALTER ROLE {at_work.info.user} CREATEDB' som PostgreSQL's administrator."
        ) from error
