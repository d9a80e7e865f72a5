import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from samarbejde.backup.archive import DUMP, MANIFEST


@pytest.fixture
def back_up(tmp_path) -> Callable[..., Path]:
    """`back_up()` is a backup of the portal as it stands."""

    def make(name: str = "portal.backup") -> Path:
        call_command("backup", tmp_path / name, verbosity=0)
        return tmp_path / name

    return make


def databases() -> list[str]:
    """This test's own and what is made beside it; other tests make theirs at the same time."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, current_database()) ORDER BY 1"
        )
        return [name for (name,) in cursor.fetchall()]


def manifest_of(file: Path) -> dict:
    with zipfile.ZipFile(file) as archive:
        return json.loads(archive.read(MANIFEST))


def with_tables_of(file: Path, other: Path) -> Path:
    """A whole and well-formed backup that promises the tables of one and holds the dump of another."""
    mixed = file.with_name("mixed.backup")
    manifest = manifest_of(other) | {"tables": manifest_of(file)["tables"]}
    with zipfile.ZipFile(other) as source, zipfile.ZipFile(mixed, "w") as target:
        target.writestr(DUMP, source.read(DUMP))
        target.writestr(MANIFEST, json.dumps(manifest))
    return mixed
