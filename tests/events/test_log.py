"""One line of JSON for each thing that happens, with who and where and nothing that was typed."""

import io
import json
import logging
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samarbejde.accounts.models import LinkKind, PersonalLink
from samarbejde.accounts.workflow import turn_off_second_factor
from samarbejde.log_lines import JsonLines, masked
from tests.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db
HERE = {"REMOTE_ADDR": "192.0.2.7"}


@pytest.fixture
def lines():
    """What was logged so far, as the console gets it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    logging.getLogger().addHandler(handler)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    logging.getLogger().removeHandler(handler)


def only(lines, event: str) -> dict:
    (line,) = [line for line in lines() if line["event"] == event]
    return line


def test_each_answer_has_a_line_with_who_and_where(cast, as_user, lines):
    answer = as_user(cast.sekretariat).get("/arbejdsbord/?q=hemmeligt", **HERE)
    line = only(lines, "answered")
    assert {"time", "level", "request", "ms"} <= set(line)
    assert (line["person"], line["address"]) == (cast.sekretariat.pk, "192.0.2.7")
    assert (line["method"], line["path"], line["status"]) == ("GET", "/arbejdsbord/", 200)
    assert answer["X-Request-ID"] == line["request"]


def test_a_citizen_is_nobody_and_nobody_is_asked(client, lines, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/was/", **HERE)
    assert "person" not in only(lines, "answered")


@pytest.mark.parametrize("behind", [True, False])
def test_the_proxy_is_believed_and_nobody_else(client, settings, lines, behind):
    settings.PROXY = behind
    given = {"X-Request-ID": "0123456789abcdef", "X-Forwarded-For": "10.0.0.1, 198.51.100.9"}
    answer = client.get("/was/", headers=given, **HERE)
    line = only(lines, "answered")
    assert (line["request"] == "0123456789abcdef") is behind
    assert (answer["X-Request-ID"] == "0123456789abcdef") is behind
    assert line["address"] == ("198.51.100.9" if behind else "192.0.2.7")


@pytest.mark.parametrize("odd", ["", "kort", "x" * 65, "a b c d e f g", 'aaaaaaaa"}'])
def test_an_odd_request_id_gives_way(client, settings, odd):
    settings.PROXY = True
    assert client.get("/was/", headers={"X-Request-ID": odd})["X-Request-ID"] != odd


def test_login_failure_and_logout(anna, client, lines):
    client.post(reverse("account_login"), {"login": anna.email, "password": "noget forkert"}, **HERE)
    client.post(reverse("account_login"), {"login": "fremmed@example.org", "password": "gæt"}, **HERE)
    client.post(reverse("account_login"), {"login": anna.email, "password": PASSWORD}, **HERE)
    client.post(reverse("account_logout"), **HERE)

    failed = [line for line in lines() if line["event"] == "login failed"]
    assert [line["tried"] for line in failed] == [anna.pk, None]
    for event in ("login", "logout"):
        line = only(lines, event)
        assert (line["person"], line["address"]) == (anna.pk, "192.0.2.7")
        assert line["request"]
    told = json.dumps(lines(), ensure_ascii=False)
    for typed in ("noget forkert", "fremmed@", anna.email, PASSWORD, "gæt"):
        assert typed not in told


def test_a_changed_password(anna, as_user, lines):
    new = "Kaffe-og-tebirkes-17"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    as_user(anna).post(reverse("account_change_password"), form)
    assert only(lines, "password changed")["person"] == anna.pk
    assert new not in json.dumps(lines())


def test_the_second_factor_off(anna, cast, lines, django_capture_on_commit_callbacks):
    TOTP.activate(anna, generate_totp_secret())
    with django_capture_on_commit_callbacks(execute=True):
        turn_off_second_factor(anna, by=cast.administrator)
    line = only(lines, "recorded")
    assert (line["verb"], line["by"]) == ("person.second_factor_off", cast.administrator.pk)


def test_refused_access(cast, as_user, lines):
    as_user(cast.formand_herning).get("/administration/", **HERE)
    line = only(lines, "access denied")
    assert (line["person"], line["path"], line["level"]) == (
        cast.formand_herning.pk,
        "/administration/",
        "WARNING",
    )
    assert not [line for line in lines() if "error" in line]


@pytest.mark.parametrize("kind", LinkKind)
def test_no_line_holds_the_token_of_a_personal_link(anna, lines, kind):
    if kind == LinkKind.PARTNER:
        soon = timezone.now() + timedelta(days=9)
        link = PersonalLink.objects.make_for_partner(anna.email, expires_at=soon)
    else:
        link = PersonalLink.objects.make(kind, anna)
    address = link.web_address.removeprefix("http://localhost:8000")
    odd = (address.upper().replace(link.token.upper(), link.token), f"/{link.token}/", f"/x{address}")
    doubled = address.replace("/konto/", "/konto//")
    for path in (address, address.rstrip("/"), address + "?next=/x", address + "mere/", doubled, *odd):
        Client(raise_request_exception=False).get(path)
        Client().post(path, {"password": "x"})
    assert lines()
    assert link.token not in json.dumps(lines())


def test_masking():
    assert masked("Not Found: /soeg/?q=tryg") == "Not Found: /soeg/?…"
    assert masked("/konto/invitation/abcdefghijklmnopqrstuv/") == "/konto/invitation/…/"
    assert masked("/konto/glemt-adgangskode/") == "/konto/glemt-adgangskode/"
    assert masked("/static/css/portal.0123456789ab.css") == "/static/css/portal.0123456789ab.css"


def test_an_error_tells_its_kind_and_place_and_no_word_of_a_row(lines):
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 'Anna har skrevet dette'::integer")
    except DatabaseError:
        logging.getLogger("django.request").exception("Internal Server Error: %s", "/x/")
    line = only(lines, "Internal Server Error: /x/")
    assert line["error"][0] == "django.db.utils.DataError"
    assert "psycopg.errors.InvalidTextRepresentation 22P02" in line["error"]
    assert any("test_log.py" in part for part in line["error"])
    assert "Anna" not in json.dumps(line)
