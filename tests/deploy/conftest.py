import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.site import NGINX, Site
from tests.outbox.conftest import mail_address, post_office

__all__ = ["mail_address", "post_office"]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """With a short name: the address of a Unix socket may have 103 bytes."""
    made = Path(tempfile.mkdtemp(prefix="samarbejde-site-", dir="/tmp"))
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def site(folder, django_db_setup, django_db_blocker) -> Iterator[Site]:
    """The portal in operation, for a module's tests, which read what stands."""
    if NGINX is None:
        pytest.skip("nginx is not installed: apt-get install nginx")
    running = Site(folder)
    running.collect_static_files()
    try:
        running.start_nginx()
        running.start_gunicorn()
        yield running
    finally:
        running.stop("gunicorn")
        running.stop("nginx")
