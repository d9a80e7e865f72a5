"""The kredsråd discusses the plan, and what it asks for is written in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from councils.register.offices import offices
from plans.approval import workflow
from plans.approval.forms import DiscussionForm
from plans.approval.forms.discussing import WITH_CORRECTIONS
from plans.approval.left_open import left_open
from plans.approval.meetings import meetings_to_choose
from plans.approval.permissions import load_followed_plan
from plans.approval.record import open_pass, record_of, so_far
from plans.document.permissions import load_managed_district_plan, may_manage_plan
from plans.document.states import PlanState
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write

page = require_http_methods(["GET", "HEAD", "POST"])
NOW_CORRECT = "Drøftelsen er registreret. Skriv kredsrådets rettelser ind, og afslut dem, når de er på plads."


@login_required_to_write
@page
def record_discussion(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_district_plan(request.user, pk)
    may_record = plan.state == PlanState.CONSULTATION
    offered = meetings_to_choose(plan) if may_record else []
    chosen = next((one for one in offered if str(one.pk) == request.GET.get("moede")), None)
    form = DiscussionForm(typed(request), plan=plan, meeting=chosen)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.record_discussion(plan, **_told(form), by=request.user)
            if form.cleaned_data["outcome"] == WITH_CORRECTIONS:
                return attempt.done(NOW_CORRECT, "corrections", plan.pk)
            next_step = "sendes til underskrift" if plan.signatures_required else "offentliggøres"
            return attempt.done(f"Drøftelsen er registreret, og planen kan {next_step}.", "plan", plan.pk)
    return attempt.page(
        "plans/approval/record_discussion.html",
        plan=plan,
        may_record=may_record,
        left=left_open(plan) if may_record else None,
        meetings=offered,
        chosen=chosen,
        today=timezone.localdate(),
    )


def _told(form: DiscussionForm) -> dict[str, Any]:
    told = {name: form.cleaned_data[name] for name in ("held_on", "place", "minutes", "early_reason")}
    corrected = form.cleaned_data["outcome"] == WITH_CORRECTIONS
    return told | {"answers": form.answers, "with_corrections": corrected}


@login_required
@require_safe
def discussion(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The record: who was there, what was said, what was corrected."""
    plan = load_followed_plan(request.user, pk)
    context = {
        "plan": plan,
        "record": record_of(plan),
        "manages": may_manage_plan(request.user, plan),
        "may_correct": plan.state == PlanState.DISCUSSED,
        "reads_meeting": offices(request.user).sits_in(plan.council_id),
    }
    return render(request, "plans/approval/discussion.html", context)


@login_required
@require_POST
def begin_corrections(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_district_plan(request.user, pk)
    with Attempt(request):
        workflow.begin_corrections(plan, by=request.user)
        messages.success(request, "Teksten er åben. Skriv kredsrådets rettelser ind, og afslut dem derefter.")
    return redirect("corrections", plan.pk)


@login_required
@page
def corrections(request: LoggedInRequest, pk: int) -> HttpResponse:
    """What has been corrected so far, and the end of it."""
    plan = load_managed_district_plan(request.user, pk)
    with Attempt(request) as attempt:
        if request.method == "POST":
            workflow.end_corrections(plan, by=request.user)
            told = "Rettelserne er afsluttet, og planen er drøftet i kredsrådet."
            return attempt.done(told, "discussion", plan.pk)
    return attempt.page(
        "plans/approval/corrections.html", plan=plan, begun=open_pass(plan), changes=so_far(plan)
    )
