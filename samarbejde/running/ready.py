"""Within bin/demo, and in `.venv`: database, tables, demo data and static files."""

import hashlib
import logging
import os

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db.migrations.exceptions import MigrationSchemaMissing
from django.db.utils import OperationalError

from samarbejde import database
from samarbejde.obstacle import Obstacle
from samarbejde.running import CHECKOUT, VAR, setup


def main(_arguments: list[str]) -> int:
    database.start(CHECKOUT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samarbejde.settings")
    django.setup()
    logging.disable(logging.WARNING)  # the screen is for people: what the demo's year records is no news
    try:
        call_command("migrate", verbosity=0, interactive=False)
        _collect_static_files()
        call_command("demo", verbosity=0)
    except OperationalError as error:
        raise Obstacle(
            "Databasen svarer ikke: ret DATABASE_URL, og kør 'bin/demo' igen.", said=str(error)
        ) from error
    except MigrationSchemaMissing as error:
        raise Obstacle(
            "Rollen må ikke lave tabeller: sæt DATABASE_OWNER_URL til basens ejer, og kør 'bin/demo' igen.",
            said=str(error),
        ) from error
    except CommandError as error:
        raise Obstacle(str(error)) from error
    return 0


def _collect_static_files() -> None:
    """Two seconds of work that most starts can spare."""
    stamp = VAR / "static-files"
    found = _static_files()
    if stamp.exists() and stamp.read_text() == found and settings.STATIC_ROOT.exists():
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(found)


def _static_files() -> str:
    """Changes when any static file does."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda file: file[0]):
            found = os.stat(storage.path(name))
            digest.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    setup.run(main)
