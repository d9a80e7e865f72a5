"""The draft as its readers will see it, and sending it to those who should read it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from plans.document.consistency import findings
from plans.document.models import Plan
from plans.document.permissions import load_managed_plan, load_plan, may_manage_plan
from plans.document.register_data import Register
from plans.document.rendering import snapshot
from plans.document.states import PLAN_TRANSITIONS, PlanState
from plans.drafting import workflow
from plans.drafting.forms import ConsultationForm
from plans.drafting.workflow.consultation import consulted
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.refusals import refusals_shown
from samarbejde.transitions import may_move


@login_required
@require_safe
def plan_text(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    prefetch_related_objects([plan], "sections")
    register = Register(plan)
    manages = may_manage_plan(request.user, plan)
    context = {
        "plan": plan,
        "snapshot": _with_keys(snapshot(plan, register), plan),
        "manages": manages,
        "writes": manages and plan.is_open,
        "findings": findings(plan, register) if manages and plan.is_open else [],
    }
    return render(request, "plans/drafting/plan_text.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def send_to_consultation(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = ConsultationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_shown(request):
            count = workflow.send_to_consultation(plan, **form.cleaned_data, by=request.user)
            messages.success(request, f"Planen er i høring. {count} får en e-mail med et link til udkastet.")
            return redirect("plan", plan.pk)
    context = {
        "plan": plan,
        "form": form,
        "people": consulted(plan),
        "may_send": may_move(plan, PlanState.CONSULTATION, PLAN_TRANSITIONS),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/drafting/send_to_consultation.html", context, status=status)


def _with_keys(text: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """A snapshot whose sections know their row, for the links beside them."""
    keys = {str(section.lineage): section.pk for section in plan.sections.all()}
    return text | {"sections": [section | {"pk": keys[section["lineage"]]} for section in text["sections"]]}
