"""Headers and cookies where no page of a room answers: errors, the administration, http, the login."""

import re

import pytest
from django.urls import reverse

from tests.security.doors import administration, ask, told, visitor
from tests.security.headers import cookie_faults, header_faults
from tests.security.pages import active, english, is_page

pytestmark = pytest.mark.django_db

NOWHERE = ["/findes-ikke/", "/midt-og-vestjylland/1900/plan.pdf", "/administration/x/", "/konto/x"]


def test_the_administration(cast, https):
    client, surprises = visitor(cast.administrator), []
    for address in administration():
        response = ask(client, "get", address, secure=True)
        shown = is_page(response)
        faults = (
            header_faults(response, https=True)
            + cookie_faults(response)
            + (active(response) if shown else [])
        )
        put = ask(client, "generic", "DELETE", address, secure=True).status_code
        posted = visitor(cast.administrator, enforce_csrf_checks=True).post(address, secure=True).status_code
        surprises += [f"{address}: {fault}" for fault in faults]
        surprises += [f"{address}: DELETE {put}"] if put != 405 else []
        surprises += [f"{address}: POST uden token {posted}"] if posted != 403 else []
    told(surprises)


@pytest.mark.parametrize("address", NOWHERE)
def test_where_there_is_nothing(address, cast):
    for person in (None, cast.sekretariat, cast.administrator):
        response = ask(visitor(person), "get", address)
        assert header_faults(response) == []
        assert response.status_code in (302, 403, 404)
        assert not english(response)


@pytest.mark.parametrize("host", ["evil.example", "a b", "testserver@evil.example", "[::1", "testserver:x"])
def test_a_forged_host_is_refused_in_danish(db, host):
    response = visitor(None).get("/", headers={"host": host})
    assert response.status_code == 400
    assert header_faults(response) == []
    assert not english(response)
    assert "evil" not in response.content.decode()


@pytest.mark.parametrize(
    "name", ["X-Forwarded-Host", "X-Forwarded-Server", "X-Original-URL", "X-Rewrite-URL", "Forwarded"]
)
def test_a_forwarded_host_changes_nothing(cast, name):
    for client, address in (
        (visitor(None), "/"),
        (visitor(None), "/arbejdsbord/"),
        (visitor(cast.sekretariat), "/arbejdsbord/"),
    ):
        plain, forged = (client.get(address, headers=headers) for headers in ({}, {name: "evil.example"}))
        assert forged.status_code == plain.status_code
        assert "evil" not in forged.content.decode() + forged.get("Location", "")


def test_nonces_are_used_once(client, db):
    pages = [client.get(reverse("account_login"))["Content-Security-Policy"] for _ in range(3)]
    nonces = [nonce for policy in pages for nonce in set(re.findall(r"'nonce-[^']+'", policy))]
    assert len(nonces) == len(set(nonces))


def test_plain_http_is_led_to_https(https, client, db):
    response = client.get("/soeg/?q=tryg")
    assert (response.status_code, response["Location"]) == (301, "https://testserver/soeg/?q=tryg")


def test_login_and_logout_set_guarded_cookies_alone(https, cast, client):
    cast.sekretariat.set_password("en lang adgangskode")
    cast.sekretariat.save()
    shown = client.get(reverse("account_login"), secure=True)
    typed = {"login": cast.sekretariat.email, "password": "en lang adgangskode"}
    came = client.post(reverse("account_login"), typed, secure=True)
    went = client.post(reverse("account_logout"), secure=True)

    assert "__Host-csrf" in shown.cookies
    assert "__Host-session" in came.cookies
    assert cookie_faults(shown) + cookie_faults(came) + cookie_faults(went) == []


@pytest.mark.parametrize("cookie", ["opdigtet", "", "\x7f", "a" * 4000, "../../etc/passwd"])
def test_an_invented_session_is_nobodys(cookie, client, db):
    response = client.get("/arbejdsbord/", headers={"Cookie": f"session={cookie}"})
    assert response.status_code == 302
    assert [kept.value for kept in response.cookies.values() if kept["max-age"] != 0] == []
