from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from plans.document.permissions import load_managed_plan, load_plan, may_manage_plan
from plans.follow_up import workflow
from plans.follow_up.forms import DutyForm
from plans.follow_up.models import Duty
from plans.follow_up.permissions import load_managed_duty
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.refusals import refusals_shown
from samarbejde.resending import login_required_to_write, retyped
from samarbejde.transitions import Refused

ANSWERS = ("wording", "who", "modality", "section", "due_year", "due_quarter")


@login_required
@require_safe
def duties(request: LoggedInRequest, pk: int) -> HttpResponse:
    """What the plan lays on whom, in the order it is due."""
    plan = load_plan(request.user, pk)
    found = plan.duties.select_related("section")
    context = {
        "plan": plan,
        "groups": [(due, list(group)) for due, group in groupby(found, lambda duty: duty.due)],
        "may_write": may_manage_plan(request.user, plan) and plan.is_open,
    }
    return render(request, "plans/follow_up/duties.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def add_duty(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = DutyForm(
        request.POST if request.method == "POST" else None,
        plan=plan,
        initial={"modality": "skal", "due_year": plan.year},
    )
    if request.method == "POST" and form.is_valid():
        with refusals_shown(request):
            workflow.add_duty(plan, {name: form.cleaned_data[name] for name in ANSWERS}, by=request.user)
            messages.success(request, "Opgaven er føjet til planen.")
            return redirect("duties", plan.pk)
    return _form_page(request, {"plan": plan, "form": form})


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_duty(request: LoggedInRequest, pk: int, duty_pk: int) -> HttpResponse:
    duty = load_managed_duty(request.user, pk, duty_pk)
    form = DutyForm(
        request.POST if request.method == "POST" else None, plan=duty.plan, initial=_written(duty)
    )
    if request.method == "POST" and form.is_valid():
        answers = {name: form.cleaned_data[name] for name in ANSWERS}
        try:
            workflow.edit_duty(duty, answers, seen=form.cleaned_data["seen"], by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
            retyped(form, seen=duty.fingerprint)  # the message shows what stands
        else:
            messages.success(request, "Opgaven er rettet.")
            return redirect("duties", duty.plan.pk)
    return _form_page(request, {"plan": duty.plan, "form": form, "duty": duty})


def _written(duty: Duty) -> dict[str, object]:
    return {name: getattr(duty, name) for name in ANSWERS} | {"seen": duty.fingerprint}


def _form_page(request: LoggedInRequest, context: dict[str, object]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/follow_up/edit_duty.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_duty(request: LoggedInRequest, pk: int, duty_pk: int) -> HttpResponse:
    duty = load_managed_duty(request.user, pk, duty_pk)
    if request.method == "POST":
        with refusals_shown(request):
            workflow.delete_duty(duty, by=request.user)
            messages.success(request, "Opgaven er slettet. Den kan stadig ses i historikken.")
        return redirect("duties", pk)
    return render(request, "plans/follow_up/delete_duty.html", {"plan": duty.plan, "duty": duty})
