"""The secretariat's page on which a proposal that came by mail is typed in."""

from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from plans.proposals import workflow
from plans.proposals.forms import EnteredForm
from plans.proposals.permissions import load_asked_council, load_round, may_extend_for
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def enter_proposal(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    round_ = load_round(request.user, pk)
    plan, council = load_asked_council(request.user, pk, council_pk)
    if not may_extend_for(request.user, council):
        raise PermissionDenied(
            f"Du sidder i {council}. Skriv forslaget dér, eller lad en anden i sekretariatet gøre det."
        )
    form = EnteredForm(typed(request), initial={"form_key": uuid4()}, questions=round_.questions)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            data = form.cleaned_data
            key, day = data["form_key"] or uuid4(), data["received_on"]
            entered = workflow.enter(
                round_, council, form.words, received_on=day, form_key=key, by=request.user
            )
            told = f"Forslaget er indsendt som {entered.number}. Lokalrådets formand får besked."
            return attempt.done(told, "proposal", entered.pk)
    return attempt.page("plans/proposals/enter.html", plan=plan, round=round_, council=council)
