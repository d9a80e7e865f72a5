"""Take the pictures of the documentation: `.venv/bin/python docs/pictures/take.py`.

Tells the demo's story in a database made for the purpose, serves the portal from this process, and leaves
the main pages as PNG files beside this script. The dates on them are those of the day they were taken.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

CHECKOUT = Path(__file__).resolve().parents[2]


def main() -> None:
    sys.path.insert(0, str(CHECKOUT))
    os.environ.update(DJANGO_SETTINGS_MODULE="tests.settings", TEST_DB="pictures")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright and the server share a process
    django.setup()
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    from samarbejde.database import as_owner
    from tests.database import as_portal

    setup_test_environment()
    with as_owner():
        made = setup_databases(verbosity=0, interactive=False)
        try:
            with as_portal():
                take()
        finally:
            teardown_databases(made, verbosity=0)


def take() -> None:
    from django.db import connections
    from django.test import override_settings
    from playwright.sync_api import sync_playwright
    from scenes import Camera, take_all

    from plans.demo.story import tell
    from samarbejde.running.system_packages import browser
    from samarbejde.workers.models import Worker
    from samarbejde.workers.queues import QUEUES
    from tests.conftest import CHROMIUM

    tell()
    for queue in QUEUES:  # as when the portal runs: the desk tells of a worker that is away
        Worker.objects.create(pk=f"living-{queue}", queue=queue, host="portal", pid=1)
    with (
        override_settings(DEMO=True, ROOT_URLCONF="tests.accounts.demo_mode"),
        serving() as address,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(executable_path=browser(), args=CHROMIUM)
        take_all(Camera(chromium, address))
        connections.close_all()  # beside a running event loop Django opens connections of their own
        chromium.close()


@contextmanager
def serving() -> Iterator[str]:
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread

    server = LiveServerThread("localhost", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    try:
        yield f"http://localhost:{server.port}"
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
