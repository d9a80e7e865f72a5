from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from plans.action_plans import workflow
from plans.action_plans.forms import ActivityForm, DirectionForm, StatusForm
from plans.action_plans.models import Status
from plans.action_plans.permissions import load_activity, load_own_action_plan
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def add_activity(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_own_action_plan(request.user, pk)
    form = ActivityForm(typed(request), year=plan.year)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.add_activity(plan, form.answers, by=request.user)
            return attempt.done("Aktiviteten er føjet til handleplanen.", "action-plan", pk)
    return attempt.page("plans/action_plans/edit_activity.html", plan=plan)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_activity(request: LoggedInRequest, pk: int, activity_pk: int) -> HttpResponse:
    activity = load_activity(request.user, pk, activity_pk)
    form = ActivityForm(typed(request), year=activity.plan.year, activity=activity)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.edit_activity(activity, form.answers, version=version, by=request.user)
            return attempt.done("Aktiviteten er rettet.", "action-plan", pk)
    conflict = both_texts(attempt, form.stored, thing="aktiviteten")
    return attempt.page(
        "plans/action_plans/edit_activity.html", plan=activity.plan, activity=activity, conflict=conflict
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tell_status(request: LoggedInRequest, pk: int, activity_pk: int) -> HttpResponse:
    """A page of four buttons: one click leads here, the next one tells."""
    activity = load_activity(request.user, pk, activity_pk)
    form = StatusForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            told = workflow.tell_status(activity, form.cleaned_data["status"], by=request.user)
            said = f"»{told}« er nu »{told.get_status_display()}«."
            return attempt.done(said, "action-plan", pk)
    return attempt.page(
        "plans/action_plans/tell_status.html", plan=activity.plan, activity=activity, statuses=Status.choices
    )


@login_required
@require_POST
def move_activity(request: LoggedInRequest, pk: int, activity_pk: int) -> HttpResponse:
    activity = load_activity(request.user, pk, activity_pk)
    form = DirectionForm(request.POST)
    with Attempt(request):
        if form.is_valid():
            workflow.move_activity(activity, form.cleaned_data["direction"], by=request.user)
    return redirect("action-plan", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_activity(request: LoggedInRequest, pk: int, activity_pk: int) -> HttpResponse:
    activity = load_activity(request.user, pk, activity_pk)
    if request.method != "POST":
        context = {"plan": activity.plan, "activity": activity}
        return render(request, "plans/action_plans/delete_activity.html", context)
    with Attempt(request):
        workflow.delete_activity(activity, by=request.user)
        messages.success(request, "Aktiviteten er slettet. Den kan stadig ses i historikken.")
    return redirect("action-plan", pk)
