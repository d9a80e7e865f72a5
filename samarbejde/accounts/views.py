from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from samarbejde.accounts import workflow
from samarbejde.accounts.forms import ChoosePasswordForm
from samarbejde.accounts.models import Invitation
from samarbejde.transitions import Refused


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link uses nothing up: mail scanners do it too. Choosing a password does, and logs in."""
    invitation = Invitation.objects.open().with_token(token).select_related("user").first()
    if invitation is None:
        return _dead_link(request)
    form = ChoosePasswordForm(invitation.user, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "person": invitation.user}
        return render(request, "accounts/invitation.html", context, status=422 if form.is_bound else 200)
    try:
        user = workflow.accept_invitation(token, form.cleaned_data["password"])
    except Refused:
        return _dead_link(request)
    response: HttpResponse = perform_login(request, user)
    return response


def _dead_link(request: HttpRequest) -> HttpResponse:
    """The same for a link that is used, too old, or never was."""
    return render(request, "accounts/invitation_dead.html", status=404)
