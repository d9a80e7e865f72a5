"""Too many attempts are answered with 429, in Danish, and with the time from which there may be one again."""

import json
from base64 import urlsafe_b64encode as b64encode
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.account import app_settings as account_settings
from django.test import Client
from django.urls import reverse

from tests.accounts.conftest import PASSWORD, code_of

START = datetime(2026, 3, 2, 13, 2, 40, tzinfo=UTC)  # 14.02 in Denmark

AN_ANSWER = {  # as a browser gives it, of a passkey that does not exist
    "id": "AAAA",
    "rawId": "AAAA",
    "type": "public-key",
    "response": {
        "clientDataJSON": b64encode(
            b'{"type":"webauthn.get","challenge":"AA","origin":"http://localhost"}'
        ).decode(),
        "authenticatorData": b64encode(bytes(37)).decode().rstrip("="),
        "signature": "AAAA",
        "userHandle": None,
    },
    "clientExtensionResults": {},
}


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as travelled:
        yield travelled


def is_told(page, when: str, seconds: int) -> None:
    assert page.status_code == 429
    assert page["Retry-After"] == str(seconds)
    assert f"igen kl. {when}" in page.content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize("name", ["anna@example.org", "ukendt@example.org"])
def test_five_wrong_passwords_and_the_login_says_when(anna, client, log_in, clock, name):
    for _ in range(5):
        assert log_in(client, name, "forkert").status_code == 200
        clock.shift(timedelta(seconds=10))

    page = log_in(client, name)

    is_told(page, "14.08", 270)  # five minutes after the first, in whole minutes
    assert f'value="{name}"' in page.content.decode()
    clock.move_to(START + timedelta(minutes=5, seconds=20))
    assert log_in(client, name).status_code == (302 if name == anna.email else 200)


def test_the_account_is_one_whatever_the_portal_is_called(anna, log_in, clock, settings):
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
    names = ["localhost", "127.0.0.1", "localhost:81", "localhost:82", "localhost:83"]
    for name in names:
        assert log_in(Client(HTTP_HOST=name), anna.email, "forkert").status_code == 200

    client = Client(HTTP_HOST="localhost:84")
    is_told(log_in(client), "14.08", 320)
    assert "_auth_user_id" not in client.session


def test_choosing_a_first_password_too_often(anna, client, clock):
    anna.set_unusable_password()
    anna.save()
    client.force_login(anna)
    for _ in range(5):
        assert client.post("/konto/adgangskode/vaelg/", {"password1": "kort"}).status_code == 200
    is_told(client.post("/konto/adgangskode/vaelg/", {"password1": "kort"}), "14.04", 80)
    anna.refresh_from_db()
    assert not anna.has_usable_password()


def test_known_and_unknown_names_get_the_same_answer_then_too(anna, client, log_in, clock):
    answers = []
    for name in ("anna@example.org", "nina@example.org"):
        for _ in range(6):
            page = log_in(client, name, "forkert")
        words = page.content.decode().replace(name, "").split("csrfmiddlewaretoken")[0]
        answers.append((page.status_code, page["Retry-After"], words))
    assert answers[0] == answers[1]


def test_an_office_behind_one_address_may_come_all_at_once(anna, client, log_in, clock):
    for _ in range(25):
        assert log_in(client).status_code == 302
        assert client.session["_auth_user_id"] == str(anna.pk)
        client.logout()


def test_five_wrong_codes(anna, client, log_in, turn_on_codes, clock):
    secret = turn_on_codes(anna)
    log_in(client)
    for _ in range(5):
        assert client.post("/konto/totrin/log-ind/", {"code": "000000"}).status_code == 200

    is_told(client.post("/konto/totrin/log-ind/", {"code": code_of(secret)}), "14.08", 320)
    assert "_auth_user_id" not in client.session

    clock.shift(timedelta(minutes=6))
    client.post("/konto/totrin/log-ind/", {"code": code_of(secret)})
    assert "_auth_user_id" in client.session


def test_twenty_wrong_codes_a_day(anna, client, log_in, turn_on_codes, clock):
    """Else six digits are found in some months, by somebody who has the password."""
    secret = turn_on_codes(anna)
    for _ in range(4):
        client.logout()
        log_in(client)
        for _ in range(5):
            client.post("/konto/totrin/log-ind/", {"code": "000000"})
        clock.shift(timedelta(minutes=6))
    log_in(client)

    page = client.post("/konto/totrin/log-ind/", {"code": code_of(secret)})

    assert page.status_code == 429
    assert "igen den 3. marts 2026 kl. 14.03" in page.content.decode().replace("\u00a0", " ")
    assert "_auth_user_id" not in client.session


def test_wrong_codes_where_one_confirms_who_one_is(anna, client, log_in, turn_on_codes, clock):
    log_in(client)
    turn_on_codes(anna)
    for _ in range(5):
        client.post("/konto/totrin/bekraeft/", {"code": "000000"})
    is_told(client.post("/konto/totrin/bekraeft/", {"code": "000000"}), "14.08", 320)


def test_wrong_codes_where_they_are_turned_on(anna, client, log_in, clock):
    log_in(client)
    client.post("/konto/bekraeft/", {"password": PASSWORD})
    client.get("/konto/totrin/app/til/")
    for _ in range(5):
        client.post("/konto/totrin/app/til/", {"code": "000000"})
    is_told(client.post("/konto/totrin/app/til/", {"code": "000000"}), "14.08", 320)


def test_passkeys_that_are_none(anna, client, log_in, turn_on_codes, clock):
    turn_on_codes(anna)
    log_in(client)
    invented = {"credential": json.dumps(AN_ANSWER)}
    for _ in range(5):
        assert client.post("/konto/totrin/log-ind/", invented).status_code == 200
    is_told(client.post("/konto/totrin/log-ind/", invented), "14.08", 320)


# Each page that allauth counts, what is posted there, and how often it may be in how many seconds.
PAGES = {
    "account_signup": ({"email": "ny@example.org"}, 20, 60),
    "account_change_password": ({"oldpassword": "forkert"}, 5, 60),
    "account_reset_password": ({"email": "Anna@example.org"}, 5, 60),
    "account_reauthenticate": ({"password": PASSWORD}, 10, 60),
    "mfa_login_webauthn": ({"credential": "{}"}, 10, 60),
}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_that_is_counted_says_when(anna, client, log_in, clock, name):
    data, amount, _ = PAGES[name]
    if name in ("account_change_password", "account_reauthenticate"):
        log_in(client)
    address = reverse(name)
    for _ in range(amount):
        assert client.post(address, data).status_code in (200, 302)
    clock.shift(timedelta(seconds=30))

    page = client.post(address, data)

    is_told(page, "14.04", 50)
    if "email" in data and name != "account_signup":
        assert f'value="{data["email"]}"' in page.content.decode()
    assert PASSWORD not in page.content.decode()


def test_every_limit_of_allauth_is_tried_here():
    """A limit that an update brings is to be looked at: on which page, and what it says."""
    tried = {"login", "login_failed", "code_failed", "signup", "change_password", "reset_password"}
    tried |= {"reauthenticate"}
    no_page = {
        "reset_password_from_key",
        "change_phone",
        "manage_email",
        "request_login_code",
        "confirm_email",
        "verify_phone",
    }
    assert set(account_settings.RATE_LIMITS) == tried | no_page
