"""What stands in the tests' database before every test, put back after those that commit.

Django would truncate every table, which makes new files for each and its indexes; few of them have rows.
"""

import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Self

from django.db import OperationalError, connection, transaction
from psycopg import sql
from psycopg.errors import LockNotAvailable

from tests.database import behind_the_back, owner

PATIENCE, PAUSE = 30, 0.02  # seconds
COLUMNS = """
SELECT table_name, array_agg(column_name::text)
FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
GROUP BY table_name
"""


@dataclass(frozen=True)
class Table:
    name: str
    columns: tuple[str, ...]  # by name: their order is another once a migration was taken back and made again
    rows: bytes

    @property
    def identifier(self) -> sql.Identifier:
        return sql.Identifier(self.name)

    def put_back(self, cursor) -> None:
        """Its rows alone, for somebody whom no trigger and no key stops."""
        cursor.execute(sql.SQL("DELETE FROM {}").format(self.identifier))
        if self.rows:
            with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(self.with_columns)) as copy:
                copy.write(self.rows)

    @property
    def with_columns(self) -> sql.Composed:
        columns = sql.SQL(", ").join(map(sql.Identifier, self.columns))
        return sql.SQL("{} ({})").format(self.identifier, columns)


@dataclass(frozen=True)
class Tables:
    all: list[Table]

    @classmethod
    def as_they_stand(cls) -> Self:
        with owner(), connection.cursor() as cursor:
            cursor.execute(COLUMNS)
            return cls([_read(cursor, name, columns) for name, columns in cursor.fetchall()])

    def as_it_is(self, names: Collection[str]) -> list[Table]:
        """The tables with these names, with the rows that they have now."""
        with owner(), connection.cursor() as cursor:
            return [_read(cursor, one.name, one.columns) for one in self.all if one.name in names]

    def put_back(self) -> None:
        """Whoever still reads or writes is waited for, with nothing in hand that they may wait for."""
        connection.close()  # a test may have had it cut off
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return self._put_back()
            except OperationalError as busy:
                if not isinstance(busy.__cause__, LockNotAvailable) or time.monotonic() > until:
                    raise
                time.sleep(PAUSE)

    def _put_back(self) -> None:
        with transaction.atomic(), behind_the_back(), connection.cursor() as cursor:
            everything = sql.SQL(", ").join(table.identifier for table in self.all)
            cursor.execute(sql.SQL("LOCK TABLE {} NOWAIT").format(everything))
            for name in self._filled(cursor):
                cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))
            for table in self.all:
                if table.rows:
                    with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(table.with_columns)) as copy:
                        copy.write(table.rows)

    def _filled(self, cursor) -> list[str]:
        asked = [
            sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})").format(
                sql.Literal(table.name), table.identifier
            )
            for table in self.all
        ]
        cursor.execute(sql.SQL(" UNION ALL ").join(asked))
        return [name for (name,) in cursor.fetchall()]


def _read(cursor, name: str, columns: Iterable[str]) -> Table:
    table = Table(name, tuple(columns), b"")
    with cursor.copy(sql.SQL("COPY {} TO STDOUT").format(table.with_columns)) as copy:
        return replace(table, rows=b"".join(copy))
