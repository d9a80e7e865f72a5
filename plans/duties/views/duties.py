from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from plans.document.permissions import load_district_plan, load_managed_district_plan, may_manage_plan
from plans.duties import workflow
from plans.duties.forms import DutyForm
from plans.duties.models import Addressee, Asked, Modality
from plans.duties.permissions import load_managed_duty, may_read_paper
from plans.duties.whom import with_whom
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale

BLANK = {"addressee": Addressee.ALL_LOCAL, "modality": Modality.MUST, "asked": Asked.ANSWER}


@login_required
@require_safe
def duties(request: LoggedInRequest, pk: int) -> HttpResponse:
    """What the plan lays on whom, in the order it is due."""
    plan = load_district_plan(request.user, pk)
    found = with_whom(plan.duties.select_related("section"))
    context = {
        "plan": plan,
        "groups": [(due, list(group)) for due, group in groupby(found, lambda said: said.duty.due)],
        "may_write": may_manage_plan(request.user, plan) and plan.is_open,
        "reads_paper": may_read_paper(request.user, plan) and not plan.is_open,
        "quarters": range(1, 5),
        "manages": may_manage_plan(request.user, plan) and not plan.is_open,
    }
    return render(request, "plans/duties/duties.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def add_duty(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_district_plan(request.user, pk)
    form = DutyForm(typed(request), plan=plan, initial=BLANK | {"due_year": plan.year})
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.add_duty(plan, form.answers, by=request.user)
            return attempt.done("Opgaven er føjet til planen.", "duties", plan.pk)
    return attempt.page("plans/duties/edit_duty.html", plan=plan)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_duty(request: LoggedInRequest, pk: int, duty_pk: int) -> HttpResponse:
    duty = load_managed_duty(request.user, pk, duty_pk)
    initial = DutyForm.stored(duty) | {"version": duty.version}
    form = DutyForm(typed(request), plan=duty.plan, initial=initial)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.edit_duty(duty, form.answers, version=version, by=request.user)
            return attempt.done("Opgaven er rettet.", "duties", pk)
    conflict = both_texts(attempt, form.stored, thing="opgaven")
    return attempt.page("plans/duties/edit_duty.html", plan=duty.plan, duty=duty, conflict=conflict)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_duty(request: LoggedInRequest, pk: int, duty_pk: int) -> HttpResponse:
    duty = load_managed_duty(request.user, pk, duty_pk)
    if request.method != "POST":
        return render(request, "plans/duties/delete_duty.html", {"plan": duty.plan, "duty": duty})
    with Attempt(request):
        workflow.delete_duty(duty, by=request.user)
        messages.success(request, "Opgaven er slettet. Den kan stadig ses i historikken.")
    return redirect("duties", pk)
