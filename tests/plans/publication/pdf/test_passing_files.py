"""What a killed render leaves in the folder for temporary files goes with the next one."""

import fcntl
import os
import subprocess
import sys
import tempfile
import time

import pytest

from plans.publication.pdf.passing_files import PREFIX, passing_folder, remove_abandoned
from plans.publication.pdf.process import run
from plans.publication.pdf.rendering import print_job
from samarbejde.running import CHECKOUT
from tests.plans.publication.pdf import samples
from tests.plans.publication.pdf.conftest import PUBLISHED

RENDER = """
import django
django.setup()
from plans.publication.pdf.process import run
from plans.publication.pdf.rendering import print_job
from tests.plans.publication.pdf import samples
from tests.plans.publication.pdf.conftest import PUBLISHED
run(print_job(samples.big(400), edition=1, published_on=PUBLISHED))
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def killed(temporary):
    """A folder of a process that was killed in mid-render."""
    environment = os.environ | {"TMPDIR": str(temporary)}
    render = subprocess.Popen([sys.executable, "-c", RENDER], cwd=CHECKOUT, env=environment)
    end = time.monotonic() + 30
    while not (found := list(temporary.glob(f"{PREFIX}*"))):
        assert time.monotonic() < end, "it never began"
        time.sleep(0.02)
    remove_abandoned()
    assert found[0].is_dir(), "it was taken from under a process that lives"
    render.kill()
    render.wait()
    assert found[0].is_dir()
    return found[0]


def test_the_next_render_removes_what_a_killed_one_left(killed, temporary):
    run(print_job(samples.plan(), edition=2, published_on=PUBLISHED))
    assert list(temporary.glob(f"{PREFIX}*")) == []


def test_a_render_under_way_keeps_its_folder(temporary):
    with passing_folder() as first, passing_folder() as second:
        remove_abandoned()
        assert sorted(map(str, temporary.iterdir())) == sorted([first, second])
    assert list(temporary.iterdir()) == []


def test_a_folder_that_another_takes_for_abandoned_is_given_up(temporary, monkeypatch):
    """It is gone in the moment between its making and its lock."""
    lock, gone = fcntl.flock, []

    def too_late(descriptor: int, how: int) -> None:
        if not gone:
            [folder] = temporary.iterdir()
            folder.rmdir()
            gone.append(str(folder))
        lock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", too_late)
    with passing_folder() as folder:
        assert gone != [folder]
        assert os.path.isdir(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_another_users_folder_is_left_alone(temporary):
    theirs = temporary / f"{PREFIX}theirs"
    theirs.mkdir()
    os.chown(theirs, 65534, 65534)
    remove_abandoned()
    assert theirs.is_dir()
