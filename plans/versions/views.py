"""The versions of a plan, one kept by hand, and two of them side by side."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from plans.document.compared import compared
from plans.document.permissions import load_plan
from plans.versions import workflow
from plans.versions.forms import CompareForm, KeepForm
from plans.versions.permissions import may_keep_version
from plans.versions.reading import EDITION, text_of, usual_pair, versions
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def plan_versions(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    keeps = may_keep_version(request.user, plan)
    form = KeepForm(typed(request))
    if request.method == "POST" and not keeps:
        raise PermissionDenied("Kun sekretariatet kan gemme en version.")
    with Attempt(request, form) as attempt:
        if form.is_valid():
            kept = workflow.keep(plan, form.cleaned_data["name"], by=request.user)
            return attempt.done(f"Planen er gemt som »{kept.name}«.", "plan-versions", plan.pk)
    found = versions(plan)
    now, others = found[0], [version for version in found if version.at]
    return attempt.page(
        "plans/versions/plan_versions.html",
        plan=plan,
        now=now,
        versions=others,
        keeps=keeps,
        has_news=any(one.key.startswith(EDITION) and one.plan.pk != plan.pk for one in others),
    )


@login_required
@require_safe
def compare_versions(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    found = versions(plan)
    before, after = usual_pair(found, plan)
    asked = {"fra": request.GET.get("fra", before), "til": request.GET.get("til", after)}
    form = CompareForm(asked, versions=found)
    context: dict[str, object] = {"plan": plan, "form": form}
    if form.is_valid():
        older, newer = form.chosen
        context |= {"older": older, "newer": newer, "comparison": compared(text_of(older), text_of(newer))}
    return render(request, "plans/versions/compare.html", context)
