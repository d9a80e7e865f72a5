"""Passkeys, which the browser speaks for: `static/js/passkey.js` puts its answer into `credential`.

What stands there comes from outside and can be wrong in as many ways as JSON, CBOR and signatures can be; to
people all of them are one: the passkey was not understood.
"""

from typing import Any

from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from allauth.mfa.webauthn.internal.auth import get_state
from django import forms
from django.core.exceptions import ValidationError
from fido2.webauthn import UserVerificationRequirement

from samarbejde.accounts import limits
from samarbejde.accounts.models import User
from samarbejde.forms.plain_text import LineField

NOT_KNOWN = "Adgangsnøglen blev ikke godkendt. Prøv igen, eller brug en anden måde."
NO_ANSWER = (
    "Browseren sendte ingen adgangsnøgle. Adgangsnøgler kræver JavaScript; uden det kan du bruge "
    "engangskoder fra en app."
)
LONGEST = 20_000


class CredentialField(forms.JSONField):
    """The browser's answer: an object, and nothing that a JSON column cannot hold."""

    widget = forms.HiddenInput
    default_error_messages = {"required": NO_ANSWER, "invalid": NOT_KNOWN}

    def prepare_value(self, value: object) -> str:
        """An answer is good once: it never stands on the page again."""
        return ""

    def to_python(self, value: object) -> Any:
        if isinstance(value, str) and (len(value) > LONGEST or "\\u0000" in value):
            raise ValidationError(NOT_KNOWN, code="invalid")
        found = super().to_python(value)
        if found is not None and not isinstance(found, dict):
            raise ValidationError(NOT_KNOWN, code="invalid")
        return found


def name_field(hint: str = "") -> LineField:
    return LineField(label="Navn", max_length=60, help_text=hint)


class NewPasskeyForm(AddWebAuthnForm):
    name = name_field("Så du kan kende dem fra hinanden, for eksempel »Min telefon«.")
    credential = CredentialField()
    passwordless = None  # every passkey may log in alone, where its device asks who is there

    def clean(self) -> dict[str, object]:
        try:
            cleaned: dict[str, object] = super().clean()
        except Exception as error:
            raise ValidationError(NOT_KNOWN, code="incorrect_code") from error
        return cleaned


class NameOfPasskeyForm(EditWebAuthnForm):
    name = name_field()


class _KnownPasskey:
    """What logging in and confirming with a passkey have in common."""

    user: User

    def clean_credential(self) -> Authenticator:
        try:
            found: Authenticator = super().clean_credential()  # type: ignore[misc]
        except Exception as error:
            if getattr(error, "code", "") == "too_many_login_attempts":
                key = f"mfa-auth-user-{self.user.pk}"
                raise limits.refusal(context.request, "login_failed", key) from error
            raise ValidationError(NOT_KNOWN, code="incorrect_code") from error
        return found


class LoginPasskeyForm(_KnownPasskey, AuthenticateWebAuthnForm):
    credential = CredentialField()

    @property
    def has_passkey(self) -> bool:
        passkeys = Authenticator.objects.filter(user=self.user, type=Authenticator.Type.WEBAUTHN)
        return passkeys.exists()


class PasskeyAloneForm(_KnownPasskey, LoginWebAuthnForm):
    """Without a password: only as the answer to a question that had the device ask who is there.

    The question that is put after a password has not, and it waits in the same place of the session.
    """

    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        question = get_state() or {}
        if question.get("user_verification") != UserVerificationRequirement.REQUIRED:
            raise ValidationError(NOT_KNOWN, code="incorrect_code")
        return super().clean_credential()


class ConfirmPasskeyForm(_KnownPasskey, ReauthenticateWebAuthnForm):
    credential = CredentialField()
