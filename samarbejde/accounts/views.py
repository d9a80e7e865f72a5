from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from samarbejde.accounts import workflow
from samarbejde.accounts.forms import ChoosePasswordForm
from samarbejde.accounts.models import LinkKind, PersonalLink
from samarbejde.transitions import Refused

# Opening a personal link uses nothing up: mail scanners do it too. Choosing a password does.


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    link = PersonalLink.objects.opened_by(token, LinkKind.INVITATION)
    if link is None:
        return _dead_invitation(request)
    form = ChoosePasswordForm(link.user, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "person": link.user}
        return render(request, "accounts/invitation.html", context, status=422 if form.is_bound else 200)
    try:
        user = workflow.accept_invitation(token, form.cleaned_data["password"])
    except Refused:
        return _dead_invitation(request)
    response: HttpResponse = perform_login(request, user)
    return response


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose_new_password(request: HttpRequest, token: str) -> HttpResponse:
    """It logs nobody in: whoever has a second factor meets it at the login that follows."""
    link = PersonalLink.objects.opened_by(token, LinkKind.NEW_PASSWORD)
    if link is None:
        return _dead_link(request)
    form = ChoosePasswordForm(link.user, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "person": link.user}
        return render(request, "accounts/new_password.html", context, status=422 if form.is_bound else 200)
    try:
        user = workflow.choose_new_password(token, form.cleaned_data["password"])
    except Refused:
        return _dead_link(request)
    logout(request)
    get_adapter(request).tell_of_new_password(request, user)
    return redirect("account_reset_password_from_key_done")


def _dead_invitation(request: HttpRequest) -> HttpResponse:
    """The same for a link that is used, too old, or never was."""
    return render(request, "accounts/invitation_dead.html", status=404)


def _dead_link(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/new_password_dead.html", status=404)
