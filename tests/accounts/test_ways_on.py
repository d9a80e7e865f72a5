"""Every account page that somebody comes to, by whatever way they got their password: each has a way on."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.utils import timezone
from lxml import html

from samarbejde.accounts.models import User
from samarbejde.accounts.workflow import change_address, invite, send_new_password_link
from samarbejde.outbox.models import Message
from tests.accounts.conftest import PASSWORD
from tests.cast import Cast
from tests.look.test_account_pages import ENGLISH

ENTRANCES = [
    *("/konto/log-ind/", "/konto/ny-bruger/", "/konto/spaerret/", "/konto/glemt-adgangskode/"),
    *("/konto/glemt-adgangskode/sendt/", "/konto/glemt-adgangskode/valgt/"),
    *("/konto/glemt-adgangskode/brugt/", "/konto/invitation/brugt/"),
]
OWN = "/konto/totrin/"
CHOICE = {"password": PASSWORD, "repeated": PASSWORD}


def invited(cast: Cast, client: Client) -> User:
    user = User.objects.create_user("bodil@example.org", "Bodil Krog")
    client.post(invite(user, by=cast.administrator).web_address, CHOICE)
    return user


def forgetful(cast: Cast, client: Client) -> User:
    user = User.objects.create_user("bodil@example.org", "Bodil Krog", "nitten lilla lamper")
    client.post("/konto/glemt-adgangskode/", {"email": user.email})
    client.post(user.links.get().web_address, CHOICE)
    client.post("/konto/log-ind/", {"login": user.email, "password": PASSWORD})
    return user


def forgetful_before_the_first_login(cast: Cast, client: Client) -> User:
    user = User.objects.create_user("bodil@example.org", "Bodil Krog")
    client.post(send_new_password_link(user).web_address, CHOICE)
    client.post("/konto/log-ind/", {"login": user.email, "password": PASSWORD})
    return user


def moved(cast: Cast, client: Client) -> User:
    user = forgetful(cast, client)
    user = change_address(user, address="bodil.krog@example.org", by=cast.administrator)
    client.post("/konto/log-ind/", {"login": "bodil.krog@example.org", "password": PASSWORD})
    return user


WAYS: list[Callable[[Cast, Client], User]] = [invited, forgetful, forgetful_before_the_first_login, moved]


@pytest.fixture(params=WAYS, ids=lambda way: way.__name__)
def bodil(request, cast, client) -> User:
    user = request.param(cast, client)
    assert client.session["_auth_user_id"] == str(user.pk)
    return user


def test_every_page_before_login_has_a_way_on(db, client):
    pages = walk(client, *ENTRANCES)

    assert set(ENTRANCES) <= set(pages)


@pytest.mark.parametrize("later", [timedelta(0), timedelta(minutes=30)])
def test_every_page_of_ones_own_has_a_way_on(bodil, client, later):
    """Half an hour after the login, too, when one is asked who one is."""
    with time_machine.travel(timezone.now() + later, tick=False):
        pages = walk(client, OWN)
    assert {OWN, "/konto/adgangskode/", "/konto/enheder/", "/konto/totrin/app/til/"} <= set(pages)


def test_the_second_factor_can_be_turned_on_and_its_pages_have_a_way_on(bodil, client):
    """Allauth bars it for an address that it has not confirmed itself, and knows of no way to confirm one."""
    page = opened(client, "/konto/totrin/app/til/")
    [secret] = main_of(page).xpath(".//code/text()")
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))

    client.post("/konto/totrin/app/til/", {"code": code})

    assert Authenticator.objects.filter(user=bodil, type="totp").exists()
    assert {"/konto/totrin/app/fra/", "/konto/totrin/koder/"} <= set(walk(client, OWN))


def walk(client: Client, *starts: str) -> set[str]:
    """Open all pages that are linked from these, below /konto/, and send each form with nothing filled in."""
    waiting, seen = list(starts), set()
    while waiting:
        path = waiting.pop()
        if path in seen or not path.startswith("/konto/"):
            continue
        seen.add(path)
        response = opened(client, path)
        if not response["Content-Type"].startswith("text/html") or has_left(response):
            continue
        is_a_page(response, path)
        main = main_of(response)
        targets = [urlsplit(link) for link in main.xpath(".//a/@href")]
        waiting += [target.path for target in targets if not target.netloc]
        assert targets or main.xpath(".//form//button"), f"{path} leads nowhere"
        for form in main.xpath(".//form[.//input[not(@type='hidden')]]"):
            is_a_page(client.post(form.get("action") or path, follow=True), path)
    return seen


def has_left(response) -> bool:
    return not response.request["PATH_INFO"].startswith("/konto/")


def opened(client: Client, path: str):
    """The page, after saying the password where it is asked for."""
    response = client.get(path, follow=True)
    if "/bekraeft/" in response.request["PATH_INFO"]:
        is_a_page(response, path)
        here = f"{response.request['PATH_INFO']}?{response.request['QUERY_STRING']}"
        response = client.post(here, {"password": PASSWORD}, follow=True)
        assert response.request["PATH_INFO"] == path
    return response


def is_a_page(response, path: str) -> None:
    assert response.status_code == (404 if path.endswith("/brugt/") else response.status_code), path
    assert response.status_code in (200, 422) or path.endswith("/brugt/"), (path, response.status_code)
    words = main_of(response).text_content()
    assert not ENGLISH.search(words), (path, words)
    assert main_of(response).findtext(".//h1"), path
    assert "Bekræft din" not in words, path


def main_of(response) -> html.HtmlElement:
    return html.fromstring(response.content).find(".//main")


def test_a_first_password_is_told_in_our_own_words(cast, as_user):
    person = cast.formand_herning
    person.set_unusable_password()
    person.save()
    as_user(person).post("/konto/adgangskode/vaelg/", {"password1": PASSWORD, "password2": PASSWORD})
    assert Message.objects.get(to=person).subject == "Du har valgt en adgangskode"
