"""The projects of a topic, one at a time."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from plans.document.models import FocusArea, Plan
from plans.document.permissions import load_managed_plan
from plans.drafting import workflow
from plans.drafting.permissions import load_area
from plans.drafting.project_forms import ProjectForm, RemovalForm
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale

PAGE = "plans/drafting/edit_project.html"


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def add_project(request: LoggedInRequest, pk: int, area_pk: int) -> HttpResponse:
    plan, area = _loaded(request, pk, area_pk)
    form = ProjectForm(typed(request), area=area)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.add_project(area, form.project, version=version, by=request.user)
            return attempt.done("Projektet er føjet til emnet.", "edit-focus-area", plan.pk, area.pk)
    conflict = both_texts(attempt, form.stored, thing="emnet")
    return attempt.page(PAGE, plan=plan, area=area, conflict=conflict)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_project(request: LoggedInRequest, pk: int, area_pk: int, number: int) -> HttpResponse:
    plan, area = _loaded(request, pk, area_pk, number)
    form = ProjectForm(typed(request), area=area, number=number)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.edit_project(area, number, form.project, version=version, by=request.user)
            return attempt.done("Projektet er rettet.", "edit-focus-area", plan.pk, area.pk)
    conflict = both_texts(attempt, form.stored, thing="emnet")
    return attempt.page(PAGE, plan=plan, area=area, number=number, conflict=conflict)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove_project(request: LoggedInRequest, pk: int, area_pk: int, number: int) -> HttpResponse:
    plan, area = _loaded(request, pk, area_pk, number)
    form = RemovalForm(typed(request), initial={"version": area.version})
    with Attempt(request, form) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"]
            workflow.remove_project(area, number, version=version, by=request.user)
            return attempt.done("Projektet er taget ud af emnet.", "edit-focus-area", plan.pk, area.pk)
    if attempt.refusal:
        return redirect("edit-focus-area", plan.pk, area.pk)
    project = area.projects[number - 1]
    return attempt.page("plans/drafting/remove_project.html", plan=plan, area=area, project=project)


def _loaded(
    request: LoggedInRequest, pk: int, area_pk: int, number: int | None = None
) -> tuple[Plan, FocusArea]:
    plan = load_managed_plan(request.user, pk)
    area = load_area(plan, area_pk)
    if number is not None and not 0 < number <= len(area.projects):
        raise Http404
    return plan, area
