import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from samarbejde import embedded_postgres
from samarbejde.running import CHECKOUT

NEEDED_BY_SETUP = [
    *("bin", "samarbejde/running", "package.json", "package-lock.json", ".npmrc"),
    *("samarbejde/__init__.py", "samarbejde/embedded_postgres", "samarbejde/environment"),
    *(
        "samarbejde/database.py",
        "samarbejde/obstacle.py",
        "samarbejde/process_ids.py",
        "samarbejde/system_dependencies.py",
    ),
    *("requirements.lock", "requirements-test.lock", "requirements-node.lock"),
]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """One that everybody may enter, unlike pytest's own: PostgreSQL gives up being root."""
    folder = Path(tempfile.mkdtemp(prefix="samarbejde-test-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def postgres(open_folder: Path) -> Iterator[Path]:
    """Where a PostgreSQL may be started; it is stopped afterwards."""
    root = open_folder / "postgres"
    yield root
    embedded_postgres.stop(root)


@pytest.fixture
def checkout(open_folder: Path) -> Path:
    """A copy of what bin/setup consists of, with nothing installed."""
    copy = open_folder / "checkout"
    for name in NEEDED_BY_SETUP:
        source, target = CHECKOUT / name, copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return copy
