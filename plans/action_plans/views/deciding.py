"""What a lokalråd's chair does with an action plan, and its members at the year's end."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from plans.action_plans import publishing, workflow
from plans.action_plans.forms import EvaluationForm
from plans.action_plans.permissions import load_decided_action_plan, load_own_action_plan
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write


@login_required
@require_POST
def adopt(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_decided_action_plan(request.user, pk)
    with Attempt(request):
        workflow.adopt(plan, by=request.user)
        messages.success(request, "Handleplanen er vedtaget. Sekretariatet kan læse den nu.")
    return redirect("action-plan", pk)


@login_required
@require_POST
def take_back(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_decided_action_plan(request.user, pk)
    with Attempt(request):
        plan = workflow.take_back(plan, by=request.user)
        messages.success(request, f"Handleplanen er nu »{plan.get_state_display()}«.")
    return redirect("action-plan", pk)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def evaluate(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_decided_action_plan(request.user, pk)
    form = EvaluationForm(typed(request), initial={"evaluation": plan.evaluation})
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.evaluate(plan, form.cleaned_data["evaluation"], by=request.user)
            return attempt.done("Handleplanen er evalueret.", "action-plan", pk)
    return attempt.page("plans/action_plans/evaluate.html", plan=plan, activities=plan.activities.all())


@login_required
@require_POST
def carry_on(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_own_action_plan(request.user, pk)
    with Attempt(request) as attempt:
        made = workflow.carry_on(plan, by=request.user)
        said = f"Handleplanen er ført videre til {made.year}. Sæt nye dage på det, der er tilbage."
        return attempt.done(said, "action-plan", made.pk)
    return redirect("action-plan", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_decided_action_plan(request.user, pk)
    if request.method != "POST":
        context = {"plan": plan, "is_again": plan.published.exists()}
        return render(request, "plans/action_plans/publish.html", context)
    with Attempt(request):
        publishing.publish_action_plan(plan, by=request.user)
        messages.success(request, "Handleplanen er offentlig.")
    return redirect("action-plan", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_own_action_plan(request.user, pk)
    if request.method != "POST":
        context = {"plan": plan, "was_adopted": workflow.was_adopted(plan)}
        return render(request, "plans/action_plans/delete_action_plan.html", context)
    with Attempt(request):
        workflow.delete_draft(plan, by=request.user)
        messages.success(request, f"Kladden om »{plan.topic}« er slettet.")
        return redirect("action-plans", plan.council_id, plan.year)
    return redirect("action-plan", pk)
