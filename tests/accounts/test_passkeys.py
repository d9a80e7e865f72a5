"""Passkeys in a real browser, on an authenticator that Chromium plays."""

import json
from collections.abc import Callable, Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from samarbejde.accounts.models import User
from tests.accounts.conftest import PASSWORD
from tests.accounts.test_limits import AN_ANSWER
from tests.browser import PHONE, Portal, Visitor

INTERNAL = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}


@pytest.fixture
def portal(live_server, settings, chromium) -> Iterator[Portal]:
    settings.SITE_URL = live_server.url
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


@pytest.fixture
def mayor(transactional_db, cast) -> User:
    mayor = cast.borgmester("Herning")
    mayor.set_password(PASSWORD)
    mayor.save()
    return mayor


def with_a_fingerprint(visitor: Visitor, *, willing: bool = True) -> Callable[[bool], None]:
    """Give the browser an authenticator; what comes back makes its owner willing, or not."""
    devtools = visitor.context.new_cdp_session(visitor.page)
    devtools.send("WebAuthn.enable")
    options = INTERNAL | {"isUserVerified": True, "automaticPresenceSimulation": True}
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    def agrees(verified: bool) -> None:
        of = {"authenticatorId": made["authenticatorId"]}
        devtools.send("WebAuthn.setUserVerified", of | {"isUserVerified": verified})

    agrees(willing)
    return agrees


def logs_in(visitor: Visitor, person: User) -> None:
    visitor.opens(reverse("account_login"))
    visitor.logs_in(person, PASSWORD)


def makes_a_passkey(visitor: Visitor, name: str = "Min telefon") -> None:
    visitor.opens(reverse("mfa_add_webauthn"))
    if "bekraeft" in visitor.page.url:
        visitor.fills("Adgangskode", PASSWORD)
        visitor.clicks("Bekræft", role="button")
    visitor.fills("Navn", name)
    visitor.clicks("Opret adgangsnøgle", role="button")


def test_register_log_out_and_log_in(portal, mayor):
    visitor = portal.visitor(size=PHONE)
    with_a_fingerprint(visitor)
    logs_in(visitor, mayor)

    makes_a_passkey(visitor)
    assert visitor.page.locator(".code-list li").count() == 10, "recovery codes come with it"
    passkey = Authenticator.objects.get(user=mayor, type="webauthn")
    assert passkey.wrap().name == "Min telefon"
    visitor.opens(reverse("mfa_index"))
    assert "kan bruges uden adgangskode" in visitor.page.inner_text("main")

    # as the second step after the password
    visitor.context.clear_cookies()
    logs_in(visitor, mayor)
    assert visitor.page.url.endswith("/konto/totrin/log-ind/")
    visitor.clicks("Brug din adgangsnøgle", role="button")
    assert visitor.page.url.endswith("/arbejdsbord/")
    passkey.refresh_from_db()
    assert passkey.last_used_at

    # alone, to where one was going
    visitor.context.clear_cookies()
    visitor.opens("/arbejdsbord/planer/")
    visitor.clicks("Log ind med adgangsnøgle", role="button")
    assert visitor.page.url.endswith("/arbejdsbord/planer/")

    # it confirms who one is, has a new name, and is deleted
    visitor.opens(reverse("mfa_edit_webauthn", args=[passkey.pk]))
    assert "/konto/bekraeft/" in visitor.page.url
    visitor.clicks("Brug en adgangsnøgle", role="link")
    visitor.clicks("Brug din adgangsnøgle", role="button")
    visitor.fills("Navn", "Arbejdstelefon")
    visitor.clicks("Gem navn", role="button")
    assert "Arbejdstelefon" in visitor.page.inner_text("main")
    visitor.clicks("Slet Arbejdstelefon")
    visitor.clicks("Slet adgangsnøglen", role="button")
    assert not Authenticator.objects.filter(user=mayor).exists(), "nor recovery codes to nothing"
    assert "Adgangsnøglen er slettet." in visitor.page.inner_text("main")


def test_who_does_not_agree_is_told_and_can_go_on(portal, mayor):
    visitor = portal.visitor()
    agrees = with_a_fingerprint(visitor)
    logs_in(visitor, mayor)
    makes_a_passkey(visitor)
    visitor.context.clear_cookies()
    visitor.opens(reverse("account_login"))
    agrees(False)

    visitor.page.get_by_role("button", name="Log ind med adgangsnøgle").click()

    visitor.page.get_by_text("Adgangsnøglen blev ikke brugt").wait_for()
    assert visitor.page.url.endswith("/konto/log-ind/")
    agrees(True)
    visitor.clicks("Log ind med adgangsnøgle", role="button")
    assert visitor.page.url.endswith("/arbejdsbord/")


def test_the_same_device_is_not_added_twice(portal, mayor):
    visitor = portal.visitor()
    with_a_fingerprint(visitor)
    logs_in(visitor, mayor)
    makes_a_passkey(visitor)
    visitor.opens(reverse("mfa_add_webauthn"))
    visitor.fills("Navn", "Igen")

    visitor.page.get_by_role("button", name="Opret adgangsnøgle").click()

    visitor.page.get_by_text("er der allerede en adgangsnøgle").wait_for()
    assert Authenticator.objects.filter(type="webauthn").count() == 1


def test_somebody_elses_passkey_opens_nothing(portal, mayor, cast):
    """A passkey that is gone from the portal, though the phone still has it."""
    visitor = portal.visitor()
    with_a_fingerprint(visitor)
    logs_in(visitor, mayor)
    makes_a_passkey(visitor)
    visitor.context.clear_cookies()
    Authenticator.objects.filter(type="webauthn").update(user=cast.formand_herning)
    visitor.opens(reverse("account_login"))

    visitor.clicks("Log ind med adgangsnøgle", role="button")

    assert visitor.page.url.endswith("/konto/log-ind/")
    assert "Adgangsnøglen blev ikke godkendt" in visitor.page.inner_text("main")


def test_without_javascript_an_app_does_it(portal, mayor):
    visitor = portal.visitor(javascript=False)
    logs_in(visitor, mayor)
    assert not visitor.page.get_by_role("button", name="Log ind med adgangsnøgle").is_visible()
    visitor.opens(reverse("mfa_activate_totp"))
    visitor.fills("Adgangskode", PASSWORD)
    visitor.clicks("Bekræft", role="button")
    assert visitor.page.get_by_label("Koden fra appen").is_visible()

    visitor.opens(reverse("mfa_add_webauthn"))
    assert "Adgangsnøgler kræver JavaScript" in visitor.page.inner_text("main")
    visitor.fills("Navn", "Telefon")
    visitor.clicks("Opret adgangsnøgle", role="button")
    assert "Browseren sendte ingen adgangsnøgle" in visitor.page.inner_text("main")
    assert visitor.page.get_by_label("Navn").input_value() == "Telefon"


STRANGE = [
    "", "{}", "[]", "1", '"x"', "null", "{", "{" * 5000, '{"id": "\\u0000"}', '{"response": []}',
    '{"response": {"userHandle": 7}}', '{"response": {"userHandle": "OTk5OTk5OTk5OTk5OTk5OTk5OTk"}}',
    '{"response": {"userHandle": "8J-YgA"}}', json.dumps(AN_ANSWER), json.dumps(AN_ANSWER | {"response": {}}),
    json.dumps(AN_ANSWER | {"id": 1}), json.dumps(AN_ANSWER | {"x": "y" * 30_000}),
    json.dumps(AN_ANSWER | {"response": {**AN_ANSWER["response"], "userHandle": "MQ"}}),
    json.dumps(AN_ANSWER | {"response": {"clientDataJSON": "e30", "attestationObject": "oA"}}),
]  # fmt: skip


@pytest.mark.parametrize("credential", STRANGE)
def test_whatever_is_sent_as_a_passkey_is_refused_in_words(anna, client, log_in, turn_on_codes, credential):
    for _ in range(2):  # once without a question asked before
        page = client.post("/konto/totrin/noegler/log-ind/", {"credential": credential})
        assert page["Location"] == "/konto/log-ind/"
        client.get("/konto/totrin/noegler/log-ind/", headers={"Accept": "application/json"})
    turn_on_codes(anna)
    log_in(client)
    page = client.post("/konto/totrin/log-ind/", {"credential": credential})
    assert page.status_code == 200
    assert "Der er noget, du skal rette" in page.content.decode()
    assert "_auth_user_id" not in client.session

    Authenticator.objects.all().delete()
    client.logout()
    log_in(client)
    client.post("/konto/bekraeft/", {"password": PASSWORD})
    client.get("/konto/totrin/noegler/ny/")
    page = client.post("/konto/totrin/noegler/ny/", {"credential": credential, "name": "Telefon"})
    assert page.status_code == 200
    assert 'value="Telefon"' in page.content.decode()
    assert not Authenticator.objects.exists()


def test_a_deactivated_person_gets_in_by_no_passkey(portal, mayor):
    visitor = portal.visitor()
    with_a_fingerprint(visitor)
    logs_in(visitor, mayor)
    makes_a_passkey(visitor)
    visitor.context.clear_cookies()
    User.objects.filter(pk=mayor.pk).update(is_active=False)
    visitor.opens(reverse("account_login"))

    visitor.clicks("Log ind med adgangsnøgle", role="button")

    assert visitor.page.url.endswith("/konto/spaerret/")
