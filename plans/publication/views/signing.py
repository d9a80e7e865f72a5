"""A plan goes to those who sign it, once it has been printed on trial."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from plans.approval.board import renewal
from plans.approval.forms import renewal_form, round_form
from plans.approval.in_the_way import in_the_way, obstacles_of
from plans.approval.permissions import load_followed_plan
from plans.approval.views.approving import signatures_page
from plans.document.models import Plan
from plans.document.obstacles import Unpublishable
from plans.document.permissions import load_decided_plan, may_decide_plan
from plans.publication import workflow
from plans.publication.models import TrialState
from plans.publication.views.publishing import EVERY
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import Refused
from samarbejde.workers.condition import faults
from samarbejde.workers.queues import PDF

page = require_http_methods(["GET", "HEAD", "POST"])
TRIED_NOW = "Planen prøvetrykkes nu. Den sendes til underskrift af sig selv, når det er gået godt."


@login_required_to_write
@never_cache
@page
def signatures(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The board of a round; before it, the form that orders one, and how the trial print goes."""
    plan = load_followed_plan(request.user, pk)
    if request.method != "POST":
        return _how_it_goes(request, plan)
    if not may_decide_plan(request.user, plan):
        raise PermissionDenied("Kun de, der leder arbejdet med planen, kan sende den til underskrift.")
    form = round_form(plan, request.POST)
    with Attempt(request, form, page_tells=Unpublishable) as attempt:
        if form.is_valid():
            send = workflow.send_to_be_approved if plan.is_local else workflow.send_to_signature
            send(plan, **form.cleaned_data, by=request.user)
            return attempt.done(TRIED_NOW, "signatures", plan.pk)
    found = in_the_way(plan, obstacles_of(attempt.refusal))
    return signatures_page(attempt, request.user, plan, form=form, **found)


def _how_it_goes(request: LoggedInRequest, plan: Plan) -> HttpResponse:
    trial = _trial(plan) if may_decide_plan(request.user, plan) else {}
    response = signatures_page(Attempt(request), request.user, plan, **trial)
    if trial.get("is_trying"):
        response["Refresh"] = EVERY
    return response


def _trial(plan: Plan) -> dict[str, object]:
    """The latest trial print, while it tells of the plan as it is."""
    trial = plan.trials.of_the_text_as_it_is().defer("snapshot").first()
    if trial is None or trial.state == TrialState.PASSED:
        return {}
    is_trying = trial.state == TrialState.QUEUED
    return in_the_way(plan, trial.told()) | {
        "trial": trial,
        "is_trying": is_trying,
        "is_untried": trial.state == TrialState.UNTRIED,
        "stuck": faults().get(PDF, "") if is_trying else "",
    }


@login_required_to_write
@page
def renew_signatures(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The way on when somebody left office before signing."""
    plan = load_decided_plan(request.user, pk)
    context = renewal(plan)
    asked: dict[str, Any] = {"known": context.get("known", {}), "approvers": context.get("approvers", ())}
    form = renewal_form(plan, typed(request), **asked)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            send = workflow.send_to_be_approved if plan.is_local else workflow.send_to_signature
            send(plan, **form.cleaned_data, by=request.user)
            return attempt.done(TRIED_NOW, "signatures", plan.pk)
    return attempt.page("plans/approval/renew_signatures.html", **context)


@login_required_to_write
@require_POST
def send_untried(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_decided_plan(request.user, pk)
    trial = plan.trials.first()
    with Attempt(request):
        if trial is None:
            raise Refused("Planen er ikke prøvetrykt. Send den til underskrift.")
        workflow.send_untried(trial, by=request.user)
        messages.success(request, "Planen er sendt til underskrift. Alle får en e-mail med et link.")
    return redirect("signatures", plan.pk)
