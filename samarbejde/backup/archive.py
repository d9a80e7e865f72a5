"""The backup's file: a zip archive of PostgreSQL's own dump, and of what should be in it.

Nothing in it is the portal's alone: `unzip -p FILE database.dump | pg_restore …` works without the portal.
"""

import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from samarbejde.backup.tables import Contents
from samarbejde.obstacle import Obstacle

DUMP, MANIFEST = "database.dump", "manifest.json"
_BLOCK = 1024 * 1024


@dataclass(frozen=True)
class Manifest:
    made_at: str  # ISO, UTC
    postgres: int  # the major version of the server, and of
    pg_dump: int  # the program
    tables: Contents
    chain: str  # its newest link, which the portal's chain must have for ever: `manage.py verify --head`

    @property
    def rows(self) -> int:
        return sum(rows for rows, _ in self.tables.values())


@contextmanager
def written(file: Path) -> Iterator[zipfile.ZipFile]:
    """A file for its owner alone, which has its name when it is whole and on the disk."""
    if file.exists():
        raise Obstacle(f"{file} findes allerede: vælg et andet navn, eller slet den først.")
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        opened = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise Obstacle(f"Kan ikke skrive {file}: {error.strerror}.") from error
    try:
        with os.fdopen(opened, "w+b") as target:
            with zipfile.ZipFile(target, "w") as archive:
                yield archive
            target.flush()
            os.fsync(target.fileno())
        unfinished.rename(file)
        _keep_name(file.parent)
    except OSError as error:
        raise Obstacle(f"Kan ikke skrive {file}: {error.strerror}.") from error
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()


def add_dump(archive: zipfile.ZipFile, source: IO[bytes]) -> None:
    with archive.open(DUMP, "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target, _BLOCK)


def add_manifest(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))


@contextmanager
def opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """A backup that is whole; raises Obstacle when it is damaged, cut off or no backup at all."""
    try:
        archive = zipfile.ZipFile(file)
        manifest = _manifest(archive)
        if archive.testzip():  # reads it all, against the checksums within
            raise zipfile.BadZipFile
    except OSError as error:
        raise Obstacle(f"Kan ikke læse {file}: {error.strerror}.") from error
    except (zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError, EOFError) as error:
        raise Obstacle(
            f"{file} er beskadiget, afkortet eller ikke en sikkerhedskopi af portalen: brug en anden."
        ) from error
    with archive:
        yield archive, manifest


def copy_dump(archive: zipfile.ZipFile, target: IO[bytes]) -> None:
    with archive.open(DUMP) as source, suppress(BrokenPipeError):  # its reader says itself what is wrong
        shutil.copyfileobj(source, target, _BLOCK)


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    read = json.loads(archive.read(MANIFEST))
    tables = {table: (int(rows), str(digest)) for table, (rows, digest) in read.pop("tables").items()}
    return Manifest(**read, tables=tables)


def _keep_name(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
