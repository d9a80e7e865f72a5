from typing import cast

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import download_recovery_codes as codes_as_text
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samarbejde.accounts import limits, one_time_codes, second_factor, workflow
from samarbejde.accounts.forms import ChoosePasswordForm
from samarbejde.accounts.models import LinkKind, PersonalLink
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.accounts.sessions import SessionStore
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.transitions import Refused


@require_http_methods(["GET", "HEAD", "POST"])
def login_end(request: HttpRequest) -> HttpResponse:
    """How many seconds the login has left; to be told prolongs nothing, to post does. 401: it has ended."""
    if not request.user.is_authenticated:
        return JsonResponse({}, status=401)
    session = cast(SessionStore, request.session)
    session.modified = request.method == "POST"
    return JsonResponse({"seconds": session.seconds_left})


# Opening a personal link uses nothing up: mail scanners do it too. Choosing a password does.


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    link = PersonalLink.objects.opened_by(token, LinkKind.INVITATION)
    if link is None:
        return _dead_invitation(request)
    form = ChoosePasswordForm(link.person, typed(request))
    with Attempt(request, form, page_tells=Refused) as attempt:
        if form.is_valid():
            user = workflow.accept_invitation(token, form.cleaned_data["password"])
            return cast(HttpResponse, perform_login(request, user))
    if attempt.refusal:
        return _dead_invitation(request)
    return attempt.page("accounts/invitation.html", person=link.person)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose_new_password(request: HttpRequest, token: str) -> HttpResponse:
    """It logs nobody in: whoever has a second factor meets it at the login that follows."""
    link = PersonalLink.objects.opened_by(token, LinkKind.NEW_PASSWORD)
    if link is None:
        return _dead_link(request)
    form = ChoosePasswordForm(link.person, typed(request))
    with Attempt(request, form, page_tells=Refused) as attempt:
        if form.is_valid():
            user = workflow.choose_new_password(token, form.cleaned_data["password"])
            logout(request)
            get_adapter(request).tell_of_new_password(request, user)
            return redirect("account_reset_password_from_key_done")
    if attempt.refusal:
        return _dead_link(request)
    return attempt.page("accounts/new_password.html", person=link.person)


@method_decorator(login_required, name="dispatch")
class OwnAccount(IndexView):
    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Allauth's page, with how many recovery codes are left."""
        context = super().get_context_data(**kwargs)
        paper = context["authenticators"].get(Authenticator.Type.RECOVERY_CODES)
        left = one_time_codes.left(paper.instance) if paper else None
        return context | {"codes_left": left, "left_text": "1 tilbage" if left == 1 else f"{left} tilbage"}


@login_required
@require_safe
def choose_second_factor(request: LoggedInRequest) -> HttpResponse:
    """Where everybody is led who shall have one, and whoever may."""
    if second_factor.is_set_up(request.user):
        return redirect("mfa_index")
    return render(request, "mfa/choose.html", second_factor.standing(request.user))


@login_required
@require_POST
def decline_second_factor(request: LoggedInRequest) -> HttpResponse:
    workflow.decline_second_factor(request.user)
    return redirect("desk")


@login_required
@require_safe
def download_recovery_codes(request: HttpRequest) -> HttpResponse:
    response: HttpResponse = codes_as_text(request)
    if "Content-Disposition" in response:
        response["Content-Disposition"] = 'attachment; filename="gendannelseskoder.txt"'
    return response


@method_decorator(login_required, name="dispatch")
class ConfirmWithPasskey(ReauthenticateWebAuthnView):
    def form_invalid(self, form: Form) -> HttpResponse:
        """Said on the page, where allauth leads back to the login."""
        response: HttpResponse = self.render_to_response(self.get_context_data(form=form))
        return response


def too_many_attempts(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler429: what was typed can be sent again when the time has come, but for secrets."""
    match = request.resolver_match
    app, action, field = limits.COUNTED[match.url_name if match and match.url_name else ""]
    until = limits.close(request, app, action, request.POST.get(field, "").lower())
    kept = [(name, request.POST[name]) for name in ("email", "next") if name in request.POST]
    context = {"when": limits.time_text(until), "kept": kept}
    return render(request, "429.html", context, status=429)


def _dead_invitation(request: HttpRequest) -> HttpResponse:
    """The same for a link that is used, too old, or never was."""
    return render(request, "accounts/invitation_dead.html", status=404)


def _dead_link(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/new_password_dead.html", status=404)


@login_required
@require_POST
def gather_news(request: LoggedInRequest) -> HttpResponse:
    on = request.POST.get("on") == "1"
    workflow.gather_news(request.user, on)
    told = (
        "Nyheder kommer nu samlet i ét brev om dagen."
        if on
        else "Nyheder kommer nu med det samme, i hver sit brev."
    )
    messages.success(request, told)
    return redirect("mfa_index")


@login_required
@require_POST
def save_while_writing(request: LoggedInRequest) -> HttpResponse:
    on = request.POST.get("on") == "1"
    workflow.save_while_writing(request.user, on)
    told = (
        "Det, du skriver, gemmer nu sig selv."
        if on
        else "Det, du skriver, bliver nu kun gemt, når du trykker Gem."
    )
    messages.success(request, told)
    return redirect("mfa_index")
