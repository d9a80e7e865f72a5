import gc
import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from django.db import connection, connections
from django.test import Client, TransactionTestCase
from playwright.sync_api import Browser, Page, sync_playwright

from councils.register.seeding import load_register
from samarbejde.accounts.models import User
from samarbejde.database import as_owner
from samarbejde.running.system_packages import browser
from samarbejde.workers.models import Worker
from samarbejde.workers.queues import QUEUES
from tests.cast import Cast
from tests.database import as_portal
from tests.kept import KEEPER
from tests.prepared import prepare
from tests.serving import LocalServer
from tests.tables import Tables

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright and the live server share a thread

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STARTING = {"deploy", "setup", "workers"}  # processes of their own, and waiting for them


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_when)


def _when(item: pytest.Item) -> int:
    """Long ones first, and then those that wait for a browser or another process: what is begun last keeps
    a single process at work, so that is what takes least.
    """
    if item.get_closest_marker("long"):
        return 0
    if _races(item) or "chromium" in item.fixturenames or _room(item) in STARTING:
        return 1
    return 2 if item.get_closest_marker("django_db") or "db" in item.fixturenames else 3


def _room(item: pytest.Item) -> str:
    return item.path.relative_to(Path(__file__).parent).parts[0]


def _races(item: pytest.Item) -> bool:
    database = item.get_closest_marker("django_db")
    marked = database is not None and database.kwargs.get("transaction")
    return bool(marked) or not {"transactional_db", "live_server"}.isdisjoint(item.fixturenames)


def pytest_collection_finish() -> None:
    """What is imported by now stays to the end: the collector need not go through it again and again."""
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_blocker) -> Iterator[None]:
    """The owner copies the tests' database from the prepared one, and removes it in the end."""
    with as_owner():
        with django_db_blocker.unblock():
            connection.settings_dict["TEST"] |= {"TEMPLATE": prepare()}
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[Tables]:
    """Everything runs with the portal's role. The register is loaded once and stands in every test: what one
    of them commits goes again, and nothing but that.
    """
    with as_portal(), pytest.MonkeyPatch.context() as django:
        with django_db_blocker.unblock():
            load_register()
            KEEPER.standing = standing = Tables.as_they_stand()
        django.setattr(TransactionTestCase, "_fixture_teardown", lambda case: standing.put_back())
        yield standing


@pytest.fixture
def cast(db, monkeypatch) -> Iterator[Cast]:
    with KEEPER.watching(monkeypatch) if connection.in_atomic_block else nullcontext():
        yield Cast()


@pytest.fixture
def workers(db) -> None:
    """Somebody sends mail and makes PDFs, as pages that tell of it see it."""
    for queue in QUEUES:
        Worker.objects.create(pk=f"living-{queue}", queue=queue, host="vært", pid=1)


@pytest.fixture
def as_user() -> Callable[[User], Client]:
    """`as_user(cast.formand_herning)` is a client logged in as that person."""

    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser(), args=CHROMIUM)
        yield launched
        launched.close()
        connections.close_all()  # those that Django has opened beside the browser's event loop


@pytest.fixture(scope="session")
def live_server() -> Iterator[LocalServer]:
    server = LocalServer()
    yield server
    server.stop()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page as narrow as a phone."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, locale="da-DK")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
