"""A member asks for a point, and is answered."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from councils.agendas import workflow
from councils.agendas.forms import DeclineForm, RequestForm
from councils.agendas.permissions import load_members_council, load_request
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required_to_write
@page
def ask_for_point(request: LoggedInRequest, pk: int) -> HttpResponse:
    council = load_members_council(request.user, pk)
    form = RequestForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.ask_for_point(council, **form.cleaned_data, by=request.user)
            return attempt.done("Ønsket er sendt. Du får svar på mail.", "council-meetings", council.pk)
    return attempt.page("councils/agendas/ask_for_point.html", council=council)


@login_required_to_write
@page
def decline_request(request: LoggedInRequest, pk: int, request_pk: int) -> HttpResponse:
    asked = load_request(request.user, pk, request_pk)
    form = DeclineForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.decline_request(asked, reason=form.cleaned_data["reason"], by=request.user)
            return attempt.done("Svaret er sendt.", "council-meetings", pk)
    return attempt.page("councils/agendas/decline_request.html", council=asked.council, asked=asked)
