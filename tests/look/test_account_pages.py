"""The account pages of allauth in our words: what people meet is Danish, from login to recovery codes."""

import re

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.test import Client
from django.urls import reverse
from lxml import html

from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message

pytestmark = pytest.mark.django_db

PASSWORD = "kirsebær-i-juli"
ENGLISH = re.compile(
    r"\b(the|your|you|please|password|sign|account|email address|enter|code is|not|must|submit|cancel)\b",
    re.IGNORECASE,
)
OPEN_PAGES = [
    "account_login",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_inactive",
    "account_reset_password_from_key_done",
]
OWN_PAGES = [
    "mfa_index",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "usersessions_list",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "choose-second-factor",
]
CODE_PAGES = ["mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"]


def main_of(response) -> html.HtmlElement:
    assert response.status_code == 200
    return html.fromstring(response.content).find(".//main")


def is_danish(response) -> None:
    text = main_of(response).text_content()
    assert not ENGLISH.search(text), text
    assert main_of(response).findtext(".//h1")


@pytest.fixture
def chair(cast) -> User:
    cast.formand_herning.set_password(PASSWORD)
    cast.formand_herning.save()
    return cast.formand_herning


@pytest.fixture
def at_home(chair, as_user) -> Client:
    """The chair, who has just said the password that allauth asks before a change."""
    client = as_user(chair)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_before_login(client, name):
    is_danish(client.get(reverse(name)))


@pytest.mark.parametrize("name", OWN_PAGES)
def test_own_account(at_home, name):
    is_danish(at_home.get(reverse(name)))


@pytest.mark.parametrize("name", CODE_PAGES)
def test_with_a_second_factor(chair, at_home, name):
    TOTP.activate(chair, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(chair)
    is_danish(at_home.get(reverse(name)))


def test_a_used_link_says_how_to_get_a_new_one(client):
    response = client.get(reverse("choose-new-password", args=["brugt"]))
    assert response.status_code == 404
    page = html.fromstring(response.content).find(".//main")
    assert page.findtext(".//h1") == "Linket virker ikke"
    assert page.xpath(f".//a[@href='{reverse('account_reset_password')}']")


def is_danish_letter(letter: Message) -> None:
    assert not ENGLISH.search(re.sub(r"https?://\S+|\S+@\S+", "", letter.body)), letter.body


def test_the_letter_with_a_new_password_is_danish(chair, client):
    client.post(reverse("account_reset_password"), {"email": chair.email})
    letter = Message.objects.get(to=chair)
    assert "Vælg en ny adgangskode" in letter.subject
    assert f"{settings.SITE_URL}/konto/" in letter.letter
    is_danish_letter(letter)


def test_a_changed_password_is_reported_in_danish(chair, at_home):
    new = "æbler-i-kælderen"
    at_home.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    letter = Message.objects.get(to=chair)
    assert "Din adgangskode er skiftet" in letter.subject
    is_danish_letter(letter)


def test_a_new_second_factor_is_reported_in_danish(chair, at_home, django_capture_on_commit_callbacks):
    secret = main_of(at_home.get(reverse("mfa_activate_totp"))).xpath(".//code/text()")[0]
    with django_capture_on_commit_callbacks(execute=True):
        codes = at_home.post(reverse("mfa_activate_totp"), {"code": totp_now(secret)}, follow=True)
    is_danish(codes)
    letter = Message.objects.get(to=chair)
    assert letter.subject == "Engangskoder ved login er slået til"
    is_danish_letter(letter)


def totp_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
