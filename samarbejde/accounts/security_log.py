"""Logins, passwords and second factors in the log: who, and never what was typed."""

import logging

from allauth.account import signals as account
from allauth.mfa import signals as second_factor
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from samarbejde.accounts.models import User

log = logging.getLogger(__name__)


def listen() -> None:
    user_logged_in.connect(_logged_in)
    user_logged_out.connect(_logged_out)
    user_login_failed.connect(_login_failed)
    for signal in (account.password_set, account.password_changed, account.password_reset):
        signal.connect(_password_changed)
    second_factor.authenticator_added.connect(_second_factor_on)
    second_factor.authenticator_removed.connect(_second_factor_off)
    second_factor.authentication_failed.connect(_second_factor_failed)


def _logged_in(user: User, **_: object) -> None:
    log.info("login", extra={"person": user.pk})


def _logged_out(user: User | None, **_: object) -> None:
    if user is not None:
        log.info("logout", extra={"person": user.pk})


def _login_failed(credentials: dict[str, object], **_: object) -> None:
    """The account that was tried, if there is one; the address that was typed may be a stranger's."""
    typed = str(credentials.get("email") or credentials.get("username") or "")
    known = User.objects.with_address(typed).values_list("pk", flat=True).first()
    log.warning("login failed", extra={"tried": known})


def _password_changed(user: User, **_: object) -> None:
    log.info("password changed", extra={"person": user.pk})


def _second_factor_on(user: User, authenticator: Authenticator, **_: object) -> None:
    log.info("second factor on", extra={"person": user.pk, "kind": authenticator.type})


def _second_factor_off(user: User, authenticator: Authenticator, **_: object) -> None:
    log.warning("second factor off", extra={"person": user.pk, "kind": authenticator.type})


def _second_factor_failed(user: User, **_: object) -> None:
    log.warning("second factor failed", extra={"tried": user.pk})
