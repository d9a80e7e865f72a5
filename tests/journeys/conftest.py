import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings as django_settings

from tests.browser import Portal
from tests.database import address
from tests.journeys.post import Post
from tests.outbox.conftest import mail_address, post_office

__all__ = ["mail_address", "post_office"]


@pytest.fixture
def portal(transactional_db, live_server, settings, chromium) -> Iterator[Portal]:
    settings.SITE_URL = live_server.url
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


@pytest.fixture
def post(post_office) -> Post:
    return Post(post_office)


@pytest.fixture
def worker(live_server, mail_address) -> Iterator[None]:
    """The worker in a process of its own, as in operation: it sends the mails and makes the PDF."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": address(),
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_address}",
        "SITE_URL": live_server.url,
    }
    process = subprocess.Popen(
        [sys.executable, "manage.py", "worker", "--interval", "0.2"],
        cwd=django_settings.BASE_DIR,
        env=environment,
    )
    yield
    process.terminate()
    assert process.wait(timeout=20) == 0, "The worker did not end in peace"
