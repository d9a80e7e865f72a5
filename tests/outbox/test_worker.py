"""`manage.py worker` as it runs: another process, killed and started again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings as django_settings

from plans.publication.pdf.passing_files import PREFIX
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import queue
from tests.database import address

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def start_worker(post_office, settings) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    started: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "DATABASE_URL": address(),
            "DJANGO_SETTINGS_MODULE": "samarbejde.settings",
            "EMAIL_URL": f"smtp://127.0.0.1:{settings.EMAIL_PORT}",
            "SAMARBEJDE_HTTPS": "0",
        }
        command = [sys.executable, "manage.py", "worker", "--interval", "0.1", "--no-startup-delay"]
        started.append(subprocess.Popen(command, cwd=django_settings.BASE_DIR, env=environment))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()
        worker.wait()


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)


def is_sent(message: Message) -> bool:
    return Message.objects.filter(pk=message.pk, state=MessageState.SENT).exists()


def test_a_message_survives_a_killed_worker_and_leaves_once(cast, post_office, start_worker):
    message = queue(cast.formand_herning, "Frist for forslag", "Husk fristen.")
    post_office.thinks_for = 60
    worker = start_worker()
    wait_until(lambda: post_office.asked == 1)
    worker.kill()
    worker.wait()
    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.QUEUED, 0)

    post_office.thinks_for = 0
    worker = start_worker()
    wait_until(lambda: is_sent(message))
    worker.send_signal(signal.SIGTERM)

    assert worker.wait(10) == 0
    assert len(post_office.received) == 1
    message.refresh_from_db()
    assert message.attempts == 1


def test_a_worker_that_starts_removes_what_a_killed_render_left(start_worker, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    left = tmp_path / f"{PREFIX}left"
    left.mkdir()
    start_worker()
    wait_until(lambda: not left.exists())
