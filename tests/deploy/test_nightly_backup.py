"""deploy/backup, as the timer runs it: old backups go when a new one is proved, and not before."""

import os
import subprocess

import pytest

from samarbejde.running import CHECKOUT
from tests.database import address

pytestmark = pytest.mark.django_db(transaction=True)
OLD = [f"samarbejde-2020010{day}T021000Z.backup" for day in (1, 2, 3)]


@pytest.fixture
def nightly(tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in [*OLD, "samarbejde-20200104T021000Z.backup.unfinished", "noter.txt"]:
        (folder / name).touch()
    return folder


def back_up(folder, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CHECKOUT / "deploy" / "backup", folder],
        env=os.environ | {"KEEP": "2"} | environment,
        capture_output=True,
        text=True,
    )


def test_the_newest_are_kept(nightly, cast):
    done = back_up(nightly, DATABASE_URL=address())
    assert done.returncode == 0, done.stderr
    assert "kan gendannes" in done.stdout
    new, *others = sorted((file.name for file in nightly.iterdir()), reverse=True)
    assert new.startswith("samarbejde-20") and new > OLD[-1]  # noqa: PT018
    assert others == [OLD[-1], "noter.txt"]


def test_none_is_let_go_when_there_is_no_new_one(nightly):
    nowhere = "postgresql://samarbejde@127.0.0.1:1/samarbejde"
    done = back_up(nightly, DATABASE_URL=nowhere, DATABASE_OWNER_URL=nowhere)
    assert done.returncode != 0
    assert "Databasen svarer ikke" in done.stderr
    assert {file.name for file in nightly.iterdir()} == {*OLD, "noter.txt"}
