"""The draft goes to those who should read it before the kredsråd discusses it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from plans.approval.consulted import consulted
from plans.approval.left_open import left_open
from plans.consultation import workflow
from plans.consultation.forms import SendingForm
from plans.document.permissions import load_managed_district_plan
from plans.document.states import PlanState
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.transitions import may_move


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def send_to_consultation(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_district_plan(request.user, pk)
    form = SendingForm(typed(request), offered=plan.council.district.partners.reachable())
    with Attempt(request, form) as attempt:
        if form.is_valid():
            count = workflow.send(plan, **form.cleaned_data, by=request.user)
            told = f"Planen er i høring. {count} får en e-mail med et link til udkastet."
            return attempt.done(told, "plan", plan.pk)
    may_send = may_move(plan, PlanState.CONSULTATION, plan.transitions)
    return attempt.page(
        "plans/consultation/send_to_consultation.html",
        plan=plan,
        people=consulted(plan),
        may_send=may_send,
        left=left_open(plan) if may_send else None,
    )
