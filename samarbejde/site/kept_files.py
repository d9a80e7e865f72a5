"""A folder of files that can be made again: whole or not there, and of this release only.

Nothing depends on it. A full disk or a closed folder makes pages slower, and is told of in the log and by
`/sundhed/`.
"""

import logging
import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from samarbejde.site.release import release

FORGOTTEN_AFTER = 24 * 60 * 60  # seconds; until then the processes of another release may still need theirs

log = logging.getLogger(__name__)


def read(name: str) -> bytes | None:
    try:
        return (_folder() / name).read_bytes()
    except OSError:
        return None


def keep(name: str, content: bytes) -> None:
    """Under its name as soon as all of it is on the disk, and not before."""
    written = ""
    try:
        _make_folder()
        with tempfile.NamedTemporaryFile(dir=_folder(), prefix=".", delete=False) as file:
            written = file.name
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(written, _folder() / name)
    except OSError as error:
        log.warning("a page was not kept", extra={"file": name, "reason": error.strerror})
        if written:
            with suppress(OSError):
                os.unlink(written)


def is_closed() -> bool:
    """Nothing can be kept: the folder, or the place for it, is not ours to write in."""
    place = settings.PAGES
    while not place.exists() and place != place.parent:
        place = place.parent
    return not os.access(place, os.W_OK | os.X_OK)


def _folder() -> Path:
    return Path(settings.PAGES / release())


def _make_folder() -> None:
    """With the first file of a release those of releases that are long gone make room."""
    if _folder().exists():
        return
    _folder().mkdir(parents=True, exist_ok=True)
    for other in settings.PAGES.iterdir():
        if other != _folder() and other.stat().st_mtime < time.time() - FORGOTTEN_AFTER:
            shutil.rmtree(other, ignore_errors=True)
