"""What the secretariat does with an account as a whole."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from plans.document.models import FIRST_YEAR
from plans.yearly_account import workflow
from plans.yearly_account.forms import PresentForm, TakeBackForm
from plans.yearly_account.permissions import load_part, load_written_account, load_written_kredsraad
from plans.yearly_account.workflow import Refreshed
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write


@login_required
@require_POST
def make_account(request: LoggedInRequest, pk: int, year: int) -> HttpResponse:
    council = load_written_kredsraad(request.user, pk)
    if not FIRST_YEAR <= year <= timezone.localdate().year:
        raise Http404
    with Attempt(request) as attempt:
        made = workflow.make_account(council, year, by=request.user)
        return attempt.done("Portalen har skrevet et udkast. Ret det til.", "yearly-account", made.pk)
    return redirect("yearly-accounts", pk)


@login_required
@require_POST
def refresh(request: LoggedInRequest, pk: int) -> HttpResponse:
    account = load_written_account(request.user, pk)
    with Attempt(request):
        messages.success(request, _refreshed(workflow.refresh(account, by=request.user)))
    return redirect("yearly-account", pk)


def _refreshed(done: Refreshed) -> str:
    if not (done.updated or done.kept):
        return "Tal og svar er hentet. Intet er ændret siden sidst."
    dele = "1 del er" if done.updated == 1 else f"{done.updated} dele er"
    said = f"Tal og svar er hentet, og {dele} opdateret."
    return f"{said} Det, I selv har rettet, står, som det er." if done.kept else said


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def present(request: LoggedInRequest, pk: int) -> HttpResponse:
    account = load_written_account(request.user, pk)
    form = PresentForm(typed(request), initial={"presented_on": timezone.localdate()})
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.present(account, form.cleaned_data["presented_on"], by=request.user)
            said = "Redegørelsen er forelagt. Kredsrådets medlemmer har fået besked."
            return attempt.done(said, "yearly-account", pk)
    return attempt.page("plans/yearly_account/present.html", account=account)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: LoggedInRequest, pk: int) -> HttpResponse:
    account = load_written_account(request.user, pk)
    form = TakeBackForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.take_back(account, form.cleaned_data["reason"], by=request.user)
            said = "Redegørelsen er taget tilbage, og du kan rette i den igen."
            return attempt.done(said, "yearly-account", pk)
    return attempt.page("plans/yearly_account/take_back.html", account=account)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def use_draft(request: LoggedInRequest, pk: int, part_pk: int) -> HttpResponse:
    part = load_part(request.user, pk, part_pk)
    if request.method != "POST":
        context = {"account": part.account, "part": part}
        return render(request, "plans/yearly_account/use_draft.html", context)
    with Attempt(request):
        workflow.use_draft(part, by=request.user)
        messages.success(request, f"Portalens udkast står nu i »{part}«.")
    return redirect("yearly-account", pk)
