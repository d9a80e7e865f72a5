from typing import Any

from samarbejde.accounts.workflow import invite, send_new_password_link
from tests.cast import Cast, person
from tests.permissions.rows import Row

EVERYBODY = "*=200 anonym=200"
LOGGED_IN = "*=200"
NO_PASSWORD = "*=403"  # the cast has none to confirm with


def an_invitation(cast: Cast) -> dict[str, Any]:
    return {"token": invite(person("ny", "En ny"), by=cast.administrator).token}


def a_dead_link(cast: Cast) -> dict[str, Any]:
    return {"token": "findes-ikke"}


def a_link_to_a_new_password(cast: Cast) -> dict[str, Any]:
    return {"token": send_new_password_link(person("glemsom", "En glemsom")).token}


ROWS = {
    # in and out
    "account_login": Row("*=302 anonym=200", "*=302 anonym=200"),
    "account_logout": Row("*=200 anonym=302", "*=302"),
    "account_reauthenticate": Row(NO_PASSWORD, NO_PASSWORD),
    "account_inactive": Row(EVERYBODY),
    # a new person
    "accept-invitation": Row(EVERYBODY, "*=422 anonym=422", an_invitation),
    "accept-invitation: brugt": Row("*=404 anonym=404", "*=404 anonym=404", a_dead_link),
    "account_signup": Row("*=302 anonym=200", "*=302 anonym=200"),
    # password
    "account_change_password": Row("*=302", "*=302"),
    "account_set_password": Row(LOGGED_IN, LOGGED_IN),
    "account_reset_password": Row(EVERYBODY, EVERYBODY),
    "account_reset_password_done": Row(EVERYBODY, "*=405 anonym=405"),
    "choose-new-password": Row(EVERYBODY, "*=422 anonym=422", a_link_to_a_new_password),
    "choose-new-password: brugt": Row("*=404 anonym=404", "*=404 anonym=404", a_dead_link),
    "account_reset_password_from_key_done": Row(EVERYBODY, "*=405 anonym=405"),
    # second factor
    "mfa_index": Row(LOGGED_IN),
    "mfa_authenticate": Row("*=302", "*=302"),
    "mfa_reauthenticate": Row(NO_PASSWORD, NO_PASSWORD),
    "mfa_activate_totp": Row(LOGGED_IN, LOGGED_IN),
    "mfa_deactivate_totp": Row("*=404", "*=404"),
    "mfa_view_recovery_codes": Row("*=404", "*=404/405"),
    "mfa_generate_recovery_codes": Row(LOGGED_IN, LOGGED_IN),
    "mfa_download_recovery_codes": Row("*=404", "*=404/405"),
    "usersessions_list": Row(LOGGED_IN, "*=302"),
}
