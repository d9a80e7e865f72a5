"""Where a one-time code or a recovery code is typed: to turn codes on, to log in, to confirm who one is."""

from typing import Any

from allauth.core import context, ratelimit
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, generate_totp_secret
from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError

from samarbejde.accounts import encryption, limits, one_time_codes
from samarbejde.accounts.models import User

FEW_CODES = 2


def code_field(label: str) -> forms.CharField:
    attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
    return forms.CharField(label=label, max_length=100, widget=forms.TextInput(attrs=attrs))


class CodeChecked:
    """Five wrong ones in five minutes, or twenty in a day, and no more are looked at for a while."""

    user: User

    def attempt(self, typed: str) -> Authenticator:
        key = f"code-{self.user.pk}"
        if not ratelimit.consume(context.request, action="code_failed", key=key):
            raise limits.refusal(context.request, "code_failed", key)
        found = self.found(typed)
        ratelimit.clear(context.request, action="code_failed", key=key)
        return found

    def found(self, typed: str) -> object:
        return one_time_codes.accept(self.user, typed)


class _KnownCode(CodeChecked):
    """What logging in and confirming have in common, of allauth's two forms."""

    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        try:
            self.authenticator = self.attempt(typed)
        except ValidationError:
            if app := Authenticator.objects.filter(user=self.user).order_by("-type").first():
                self._emit_authentication_failed(app)  # type: ignore[attr-defined]
            raise
        self.authenticator.user = self.user
        return typed

    @property
    def has_app(self) -> bool:
        return Authenticator.objects.filter(user=self.user, type=Authenticator.Type.TOTP).exists()

    def warn_of_few_codes(self) -> None:
        if self.authenticator.type != Authenticator.Type.RECOVERY_CODES:
            return
        left = one_time_codes.left(self.authenticator)
        if left <= FEW_CODES:
            number = {0: "ingen gendannelseskoder", 1: "kun 1 gendannelseskode"}
            rest = number.get(left, f"kun {left} gendannelseskoder")
            messages.warning(context.request, f"Du har {rest} tilbage. Lav nye på »Min konto«.")


class LoginCodeForm(_KnownCode, AuthenticateForm):
    code = code_field("Kode")

    def save(self) -> None:
        super().save()
        self.warn_of_few_codes()


class ConfirmCodeForm(_KnownCode, ReauthenticateForm):
    code = code_field("Kode")

    def save(self) -> None:
        super().save()
        self.warn_of_few_codes()


class TurnOnCodesForm(CodeChecked, ActivateTOTPForm):
    """The new secret waits in the session, encrypted as it will be in the end: sessions are rows, too."""

    code = code_field("Koden fra appen")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        forms.Form.__init__(self, *args, **kwargs)
        self.user = user
        waiting = context.request.session.get(SECRET_SESSION_KEY) if self.is_bound else None
        self.secret = encryption.decrypt(waiting) if waiting else self._new_secret()

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        self.attempt(typed)
        return typed

    def found(self, typed: str) -> int:
        step = one_time_codes.step_of(self.secret, typed)
        if step is None:
            raise ValidationError("Koden passer ikke til nøglen. Skriv den, som appen viser nu.")
        if not one_time_codes.use_up(self.user, step):
            raise ValidationError(one_time_codes.USED)
        return step

    def _new_secret(self) -> str:
        secret: str = generate_totp_secret()
        context.request.session[SECRET_SESSION_KEY] = encryption.encrypt(secret)
        return secret
