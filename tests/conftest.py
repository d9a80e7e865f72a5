import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from councils.models import PoliceDistrict
from councils.register.seeding import load_register
from samarbejde import embedded_postgres
from samarbejde.accounts.models import User
from tests.cast import Cast

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright and the live server share a thread

if "DATABASE_URL" not in os.environ:
    embedded_postgres.start(Path(settings.BASE_DIR) / "var" / "postgres")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The register is loaded once and stands in every test."""
    with django_db_blocker.unblock():
        load_register()


@pytest.fixture
def register(request):
    """The register, loaded again where a test in the real browser emptied the tables."""
    if not PoliceDistrict.objects.exists():
        load_register()


@pytest.fixture
def cast(db, register) -> Cast:
    return Cast()


@pytest.fixture
def as_user() -> Callable[[User], Client]:
    """`as_user(cast.formand_herning)` is a client logged in as that person."""

    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in
