"""Whoever should have had a second factor by now gets nothing else done before."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samarbejde.accounts.encryption import Unreadable
from samarbejde.accounts.second_factor import is_overdue
from samarbejde.forms.resending import may_send_back, sent_back

BEHIND_LOGIN = ("/arbejdsbord/", "/administration/", "/konto/")

# The way through the gate, and the way out.
OPEN = {
    "choose-second-factor",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
    "account_login",
    "account_logout",
    "account_inactive",
    "accept-invitation",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "choose-new-password",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
}


class SecondFactorGate:
    """Middleware. Citizens' pages are let by without a question: they ask no session who is reading."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        if not request.path.startswith(BEHIND_LOGIN) or not request.user.is_authenticated:
            return None
        if request.resolver_match and request.resolver_match.url_name in OPEN:
            return None
        return _asked(request) if is_overdue(request.user) else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page that shows recovery codes, where the key to them is gone."""
        if isinstance(exception, Unreadable):
            return render(request, "mfa/unreadable.html", {"why": exception.message}, status=503)
        return None


def _asked(request: HttpRequest) -> HttpResponse:
    """What was typed is on the answer, to send again when the second factor is there."""
    if request.method == "POST" and (may_send_back(request) or request.FILES):
        return sent_back(request, status=403, second_factor=True, files=bool(request.FILES))
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": reverse("choose-second-factor")})
    return redirect("choose-second-factor")
