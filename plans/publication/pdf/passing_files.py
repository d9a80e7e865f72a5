"""A folder for the passing files of one PDF, held by a lock that ends with the process, however that ends."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "samarbejde-pdf-"


@contextmanager
def passing_folder() -> Iterator[str]:
    """An empty folder that is gone afterwards; what a killed process has left goes with it."""
    remove_abandoned()
    while True:
        with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as folder:
            held = _hold(folder)
            if held is None:
                continue  # somebody took it for abandoned in the moment before we held it
            try:
                yield folder
            finally:
                os.close(held)
            return


def remove_abandoned() -> None:
    """Remove our own folders whose process is gone, and no other's."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        held = _hold(folder)
        if held is None:
            continue
        try:
            if os.fstat(held).st_uid == os.geteuid():
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(held)


def _hold(folder: str | Path) -> int | None:
    """The lock on a folder, unless it is another's, or the folder is gone."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.isdir(folder):
            return descriptor
    except BlockingIOError:
        pass
    os.close(descriptor)
    return None
