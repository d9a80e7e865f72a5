from typing import Any

from allauth.account import signals
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare

from samarbejde.accounts import letters, limits, second_factor
from samarbejde.accounts.models import User
from samarbejde.outbox.workflow import queue

BEGUN_AS = "login_begun_as"  # in the session, of a login that is not through yet
CHANGED_MEANWHILE = "Din adgangskode eller e-mail blev ændret, mens du loggede ind. Log ind igen."


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up by themselves, and mails leave by the outbox."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: object) -> None:
        """Too many wrong passwords: allauth says so, this says until when; of a name that is unknown, too."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            key = self._get_login_attempts_cache_key(request, **credentials)
            raise limits.refusal(request, "login_failed", key) from error

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: object) -> str:
        """The account, whatever host name was asked: where allauth would count for each by itself."""
        return str(credentials.get("email") or "").lower()

    def pre_login(self, request: HttpRequest, user: User, **more: object) -> HttpResponse | None:
        """The password is right; a second factor may follow, and minutes may pass till then."""
        refused: HttpResponse | None = super().pre_login(request, user, **more)
        if refused is None:
            request.session[BEGUN_AS] = user.get_session_auth_hash()
        return refused

    def login(self, request: HttpRequest, user: User) -> None:
        """Not by a password or an address that has been changed meanwhile: as a session ends with them."""
        begun_as = request.session.pop(BEGUN_AS, None)
        if begun_as is not None and not constant_time_compare(begun_as, user.get_session_auth_hash()):
            request.session.flush()
            messages.error(request, CHANGED_MEANWHILE)
            raise ImmediateHttpResponse(redirect("account_login"))
        super().login(request, user)

    def post_login(self, request: HttpRequest, user: User, **more: object) -> HttpResponse:
        second_factor.begin_grace(user)
        response: HttpResponse = super().post_login(request, user, **more)
        return response

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        person = context.get("user") or User.objects.with_address(email).first()
        if person:
            queue(*letters.account_changed(person, template_prefix, context))

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, object] | None = None,
        email: str | None = None,
    ) -> None:
        """To the address that the person has, and to no other."""
        if user.email:
            super().send_notification_mail(
                template_prefix, user, {"user": user, **(context or {})}, user.email
            )

    def reauthenticate(self, user: User, password: str) -> bool:
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def tell_of_new_password(self, request: HttpRequest, user: User) -> None:
        """As allauth does after a password by mail: failed logins are forgotten, a letter is sent."""
        self._delete_login_attempts_cached_email(request, email=user.email)
        signals.password_reset.send(sender=User, request=request, user=user)
        self.send_notification_mail("account/email/password_reset", user)
