"""What a database holds, table by table, as short as can be compared: how many rows, and one checksum."""

from collections.abc import Iterator, Mapping
from typing import LiteralString

import psycopg
from psycopg import sql

Contents = dict[str, tuple[int, str]]  # table → its number of rows, SHA-256 of all of them

# a row is hashed as text, and text must not depend on who asks
AS_TEXT: dict[LiteralString, LiteralString] = {
    "TimeZone": "UTC",
    "DateStyle": "ISO",
    "IntervalStyle": "postgres",
    "extra_float_digits": "1",
    "bytea_output": "hex",
}
TABLES = """
    SELECT schemaname, tablename FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2
"""
ROWS = """
    SELECT count(*), encode(sha256(coalesce(string_agg(hash, ''::bytea ORDER BY hash), ''::bytea)), 'hex')
    FROM (SELECT sha256(convert_to(line::text, 'UTF8')) AS hash FROM {} AS line) AS hashed
"""


def contents(database: psycopg.Connection) -> Contents:
    """Within one transaction of the caller's, so that all tables are seen at the same moment."""
    for name, value in AS_TEXT.items():
        database.execute(sql.SQL("SET LOCAL {} = {}").format(sql.Identifier(name), sql.Literal(value)))
    return {f"{schema}.{table}": _rows(database, schema, table) for schema, table in _tables(database)}


def differences(expected: Mapping[str, tuple[int, str]], found: Contents) -> Iterator[str]:
    """Each table that is not as expected, in Danish."""
    for table in sorted({*expected, *found}):
        if table not in found:
            yield f"{table} mangler"
        elif table not in expected:
            yield f"{table} er kommet til"
        elif expected[table][0] != found[table][0]:
            yield f"{table} har {found[table][0]} rækker og skulle have {expected[table][0]}"
        elif expected[table] != found[table]:
            yield f"{table} har en række med et andet indhold"


def _tables(database: psycopg.Connection) -> list[tuple[str, str]]:
    return [(schema, table) for schema, table in database.execute(TABLES)]


def _rows(database: psycopg.Connection, schema: str, table: str) -> tuple[int, str]:
    row = database.execute(sql.SQL(ROWS).format(sql.Identifier(schema, table))).fetchone()
    return row if row else (0, "")
