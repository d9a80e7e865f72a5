from typing import Any

from allauth.mfa.models import Authenticator

from samarbejde.accounts.workflow import invite, send_new_password_link
from tests.cast import Cast, person
from tests.permissions.rows import Row

EVERYBODY = "*=200 anonym=200"
LOGGED_IN = "*=200"
GOOD = "vandkande trompet isbjerg skuffe"
NO_PASSWORD = "*=403"  # the cast has none to confirm with


def an_invitation(cast: Cast) -> dict[str, Any]:
    return {"token": invite(person("ny", "En ny"), by=cast.administrator).token}


def a_dead_link(cast: Cast) -> dict[str, Any]:
    return {"token": "findes-ikke"}


def a_link_to_a_new_password(cast: Cast) -> dict[str, Any]:
    return {"token": send_new_password_link(person("glemsom", "En glemsom")).token}


Parts = dict[str, Any]


def a_password(cast: Cast, parts: Parts) -> Parts:
    return {"password": GOOD, "repeated": GOOD}


def a_first_password(cast: Cast, parts: Parts) -> Parts:
    return {"password1": GOOD, "password2": GOOD}


def an_address(cast: Cast, parts: Parts) -> Parts:
    return {"email": "glemsom@example.org"}


def a_login(cast: Cast, parts: Parts) -> Parts:
    somebody = person("kendt", "En kendt")
    somebody.set_password(GOOD)
    somebody.save()
    return {"login": somebody.email, "password": GOOD}


def somebodys_passkey(cast: Cast) -> dict[str, Any]:
    owner = person("ny", "En ny")
    return {"pk": Authenticator.objects.create(user=owner, type="webauthn", data={"name": "Telefon"}).pk}


ROWS = {
    # in and out
    "account_login": Row("*=302 anonym=200", "*=302 anonym=302", data=a_login),
    "account_logout": Row("*=200 anonym=302", "*=302"),
    "login-end": Row("*=200 anonym=401", "*=200 anonym=401"),
    "account_reauthenticate": Row(NO_PASSWORD, NO_PASSWORD),
    "account_inactive": Row(EVERYBODY),
    # a new person
    "accept-invitation": Row(EVERYBODY, "*=302 anonym=302", an_invitation, a_password),
    "accept-invitation: brugt": Row("*=404 anonym=404", "*=404 anonym=404", a_dead_link),
    "account_signup": Row("*=302 anonym=200", "*=302 anonym=200"),
    # password
    "account_change_password": Row("*=302", "*=302"),
    "account_set_password": Row(LOGGED_IN, "*=302", data=a_first_password),
    "account_reset_password": Row(EVERYBODY, "*=302 anonym=302", data=an_address),
    "account_reset_password_done": Row(EVERYBODY, "*=405 anonym=405"),
    "choose-new-password": Row(EVERYBODY, "*=302 anonym=302", a_link_to_a_new_password, a_password),
    "choose-new-password: brugt": Row("*=404 anonym=404", "*=404 anonym=404", a_dead_link),
    "account_reset_password_from_key_done": Row(EVERYBODY, "*=405 anonym=405"),
    # second factor
    "mfa_index": Row(LOGGED_IN),
    "choose-second-factor": Row(LOGGED_IN),
    "decline-second-factor": Row("*=405", "*=302"),
    "mfa_authenticate": Row("*=302", "*=302"),
    "mfa_reauthenticate": Row(NO_PASSWORD, NO_PASSWORD),
    "mfa_activate_totp": Row(LOGGED_IN, LOGGED_IN),
    "mfa_deactivate_totp": Row("*=404", "*=404"),
    "mfa_view_recovery_codes": Row("*=404", "*=404/405"),
    "mfa_generate_recovery_codes": Row(LOGGED_IN, LOGGED_IN),
    "mfa_download_recovery_codes": Row("*=404", "*=404/405"),
    # passkeys
    "mfa_list_webauthn": Row("*=302", "*=302"),
    "mfa_add_webauthn": Row(LOGGED_IN, LOGGED_IN),
    "mfa_edit_webauthn": Row("*=404", "*=404", somebodys_passkey),
    "mfa_remove_webauthn": Row("*=404", "*=404", somebodys_passkey),
    "mfa_login_webauthn": Row("*=302", "*=302"),
    "mfa_reauthenticate_webauthn": Row(NO_PASSWORD, NO_PASSWORD),
    "gather-news": Row("*=405", "*=302"),
    "save-while-writing": Row("*=405", "*=302"),
    "usersessions_list": Row(LOGGED_IN, "*=302"),
}
