import pytest
from django.test import Client

from samarbejde.accounts.models import User
from tests.outbox.conftest import mail_address, post_office

__all__ = ["PASSWORD", "anna", "log_in", "mail_address", "post_office"]

PASSWORD = "fjorten blå cykler"


@pytest.fixture
def anna(db) -> User:
    return User.objects.create_user("anna@example.org", "Anna Holm", PASSWORD)


@pytest.fixture
def log_in():
    """`log_in(client, email, password)` fills in the login page."""

    def send(client: Client, email: str = "anna@example.org", password: str = PASSWORD, **more: str):
        return client.post("/konto/log-ind/", {"login": email, "password": password, **more})

    return send
