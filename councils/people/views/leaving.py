"""Somebody leaves a post, does not take it after all, or is invited once more."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from councils.people import workflow
from councils.people.forms import LeaveForm
from councils.people.permissions import load_term
from councils.people.posts import is_election
from councils.people.warnings import before_leaving
from councils.register.models import Membership
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.danish import date_text
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required_to_write
@page
def leave(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    term = load_term(request.user, slug, pk)
    if term.first_day > timezone.localdate():
        return redirect("call-off", slug, pk)
    last_day = term.last_day or timezone.localdate()
    warnings = before_leaving(term, last_day)
    form = LeaveForm(typed(request), asks=bool(warnings), initial={"last_day": last_day})
    with Attempt(request, form) as attempt:
        if form.is_valid():
            left = workflow.leave(term, form.cleaned_data["last_day"], by=request.user)
            told = f"{left.user} er på posten til og med {date_text(left.last_day or last_day)}."
            return attempt.done(told, "council-people", slug, term.council_id)
    return attempt.page("councils/people/leave.html", warnings=warnings, **_context(term))


@login_required
@page
def call_off(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    term = load_term(request.user, slug, pk)
    if request.method != "POST":
        context = _context(term) | {"is_election": is_election(term)}
        return render(request, "councils/people/call_off.html", context)
    told = "bliver ikke næstformand" if is_election(term) else "er taget af posten"
    with Attempt(request):
        workflow.call_off(term, by=request.user)
        messages.success(request, f"{term.user} {told}.")
    return redirect("council-people", slug, term.council_id)


@login_required
@require_POST
def invite(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    term = load_term(request.user, slug, pk)
    with Attempt(request):
        workflow.invite_again(term, by=request.user)
        messages.success(request, f"Der er sendt en invitation til {term.user.email}.")
    return redirect("council-people", slug, term.council_id)


def _context(term: Membership) -> dict[str, object]:
    return {"term": term, "council": term.council, "district": term.council.district}
