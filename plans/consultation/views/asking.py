"""While a hearing runs: longer time, and a reminder."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from plans.consultation import workflow
from plans.consultation.forms import LaterForm
from plans.consultation.permissions import load_replies
from samarbejde import danish
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def extend_consultation(request: LoggedInRequest, pk: int) -> HttpResponse:
    consultation = load_replies(request.user, pk)
    form = LaterForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.extend_deadline(consultation, **form.cleaned_data, by=request.user)
            told = f"Høringens frist er nu {danish.date_text(form.cleaned_data['day'])}."
            return attempt.done(told, "consultation-replies", pk)
    return attempt.page("plans/consultation/extend.html", plan=consultation.plan, consultation=consultation)


@login_required
@require_POST
def remind_consulted(request: LoggedInRequest, pk: int) -> HttpResponse:
    consultation = load_replies(request.user, pk)
    with Attempt(request) as attempt:
        count = workflow.remind(consultation, by=request.user)
        return attempt.done(f"Påmindelsen er sendt til {count}.", "consultation-replies", pk)
    return redirect("consultation-replies", pk)
