import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings as django_settings

from tests.database import address
from tests.outbox.conftest import mail_address, post_office

__all__ = ["mail_address", "post_office"]

StartWorker = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start_worker(post_office, settings) -> Iterator[StartWorker]:
    """`manage.py worker` in a process and a process group of its own."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "DATABASE_URL": address(),
            "DJANGO_SETTINGS_MODULE": "samarbejde.settings",
            "EMAIL_URL": f"smtp://127.0.0.1:{settings.EMAIL_PORT}",
            "SAMARBEJDE_HTTPS": "0",
        }
        command = [sys.executable, "manage.py", "worker", "--interval", "0.1", *arguments]
        started.append(
            subprocess.Popen(command, cwd=django_settings.BASE_DIR, env=environment, process_group=0)
        )
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
