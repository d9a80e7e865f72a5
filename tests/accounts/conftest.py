import time

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
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


@pytest.fixture
def turn_on_codes():
    """`turn_on_codes(person)` gives them an app and recovery codes; the secret that the app holds."""

    def turn_on(person: User, secret: str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") -> str:
        TOTP.activate(person, secret)
        RecoveryCodes.activate(person)
        return secret

    return turn_on


def code_of(secret: str, *, steps: int = 0) -> str:
    """What the app shows now, or so many times 30 seconds from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))
