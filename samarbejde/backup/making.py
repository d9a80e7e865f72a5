"""The portal → a file, while everybody goes on writing."""

from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import psycopg

from samarbejde.backup import archive, programs, server
from samarbejde.backup.archive import Manifest
from samarbejde.backup.programs import Program
from samarbejde.backup.tables import contents


def back_up(file: Path) -> Manifest:
    """One moment of the portal: what pg_dump copies and what the manifest counts are the same snapshot."""
    database = server.portal()
    with archive.written(file) as target, database.connect() as at_work:
        at_work.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        version = at_work.info.server_version // 10_000
        pg_dump = programs.program("pg_dump", at_least=version)
        _dump(pg_dump, database, _snapshot(at_work), target)
        manifest = Manifest(
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            postgres=version,
            pg_dump=pg_dump.version,
            tables=contents(at_work),
            chain=_chain(at_work),
        )
        archive.add_manifest(target, manifest)
    return manifest


def _snapshot(at_work: psycopg.Connection) -> str:
    row = at_work.execute("SELECT pg_export_snapshot()").fetchone()
    return row[0] if row else ""


def _chain(at_work: psycopg.Connection) -> str:
    newest = "SELECT position || ':' || hash FROM ledger_link ORDER BY position DESC LIMIT 1"
    row = at_work.execute(newest).fetchone()
    return row[0] if row else ""


def _dump(pg_dump: Program, database: server.Database, snapshot: str, target: ZipFile) -> None:
    arguments = ("--format=custom", f"--snapshot={snapshot}")
    with programs.running(pg_dump, *arguments, environment=database.environment()) as (_, output):
        archive.add_dump(target, output)
