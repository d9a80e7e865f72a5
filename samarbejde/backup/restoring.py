"""A file → the portal, or for practice → a database beside it. Nothing is believed that was not compared."""

import os
import subprocess  # nosec B404: runs this Python with our own manage.py, no shell
import sys
from pathlib import Path
from zipfile import ZipFile

from django.conf import settings
from django.core.management import call_command

from samarbejde.backup import archive, programs, server
from samarbejde.backup.archive import Manifest
from samarbejde.backup.server import Database
from samarbejde.backup.tables import contents, differences
from samarbejde.obstacle import Obstacle

VERIFY = "verify"
ADDRESSES = ("DATABASE_URL", "DATABASE_OWNER_URL")


def rehearse(file: Path) -> Manifest:
    """Restore beside the portal, compare every table, and prove what was signed and published."""
    with archive.opened(file) as (backup, manifest), server.scratch_database() as scratch:
        _fill(scratch, backup, manifest, file)
        _verify(scratch, file)
    return manifest


def restore(file: Path) -> Manifest:
    """Into the portal's own database, which must be empty."""
    portal = server.portal()
    with portal.connect() as at_work:
        if contents(at_work):
            raise Obstacle(
                f"Databasen {portal.name} er ikke tom, og intet er ændret: gendan i en ny, tom database, "
                "og lad DATABASE_URL pege på den."
            )
    with archive.opened(file) as (backup, manifest):
        _fill(portal, backup, manifest, file)
    call_command("migrate", verbosity=0, interactive=False)  # an older portal's too; and the roles' rights
    _verify(portal, file)
    return manifest


def _fill(database: Database, backup: ZipFile, manifest: Manifest, file: Path) -> None:
    pg_restore = programs.program("pg_restore", at_least=manifest.pg_dump)
    how = ("--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
    arguments = (*how, f"--dbname={database.name}")
    with programs.running(pg_restore, *arguments, environment=database.environment()) as (given, _):
        archive.copy_dump(backup, given)
    with database.connect() as at_work:
        wrong = list(differences(manifest.tables, contents(at_work)))
    if wrong:
        raise Obstacle("\n".join([f"{file} blev gendannet, men indholdet er et andet:", *wrong]))


def _verify(database: Database, file: Path) -> None:
    done = subprocess.run(  # nosec B603
        [sys.executable, "manage.py", VERIFY],
        cwd=settings.BASE_DIR,
        env=os.environ | dict.fromkeys(ADDRESSES, database.address()),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Obstacle(f"{done.stderr.strip()}\n{file} blev gendannet, men består ikke 'manage.py {VERIFY}'.")
