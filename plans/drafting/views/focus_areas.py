"""The plan's topics, and the list of each lokalråd."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from councils.models import Council
from plans.document.models import Plan, Priority, Scope
from plans.document.permissions import load_managed_plan
from plans.document.register_data import Register
from plans.drafting import workflow
from plans.drafting.forms import FocusAreaForm, NewFocusAreaForm, PriorityForm
from plans.drafting.permissions import load_area
from plans.drafting.workflow.priorities import local_councils
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.refusals import refusals_shown
from samarbejde.resending import login_required_to_write, retyped
from samarbejde.transitions import Refused, Stale


@login_required
@require_safe
def focus_areas(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    register = Register(plan)
    councils = {council.pk: council for council in register.local_councils}
    areas = list(register.focus_areas.values())
    context = {
        "plan": plan,
        "district_wide": [area for area in areas if area.scope == Scope.DISTRICT],
        "local": [(area, councils.get(area.council_id or 0)) for area in areas if area.scope == Scope.LOCAL],
        "lists": [(council, register.priorities_by_council.get(pk, [])) for pk, council in councils.items()],
    }
    return render(request, "plans/drafting/focus_areas.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def add_focus_area(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = NewFocusAreaForm(request.POST if request.method == "POST" else None, councils=local_councils(plan))
    if request.method == "POST" and form.is_valid():
        with refusals_shown(request):
            council = form.cleaned_data["council"]
            area = workflow.add_focus_area(
                plan,
                title=form.cleaned_data["title"],
                text=form.cleaned_data["text"],
                scope=Scope.LOCAL if council else Scope.DISTRICT,
                council=council,
                by=request.user,
            )
            messages.success(request, f"»{area}« er med i planen.")
            return redirect("focus-areas", plan.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/drafting/add_focus_area.html", {"plan": plan, "form": form}, status=status)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_focus_area(request: LoggedInRequest, pk: int, area_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    area = load_area(plan, area_pk)
    form = FocusAreaForm(request.POST if request.method == "POST" else None, area=area)
    status, theirs = 200, None
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                workflow.edit_focus_area(area, **form.answers, by=request.user)
            except Stale as stale:
                status, theirs = 409, stale.current
                retyped(form, version=stale.current.history.latest().pk)
            except Refused as refusal:
                status = 409
                messages.error(request, str(refusal))
            else:
                messages.success(request, "Emnet er gemt.")
                return redirect("focus-areas", plan.pk)
    context = {"plan": plan, "area": area, "form": form, "theirs": theirs}
    return render(request, "plans/drafting/edit_focus_area.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove_focus_area(request: LoggedInRequest, pk: int, area_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    area = load_area(plan, area_pk)
    if request.method == "POST":
        with refusals_shown(request):
            workflow.remove_focus_area(area, by=request.user)
            messages.success(request, f"»{area}« er taget ud af planen.")
        return redirect("focus-areas", plan.pk)
    context = {"plan": plan, "area": area, "lists": area.priorities.count()}
    return render(request, "plans/drafting/remove_focus_area.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def priorities(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    council = next((council for council in local_councils(plan) if council.pk == council_pk), None)
    if council is None:
        raise Http404
    rows = Priority.objects.filter(focus_area__plan=plan, council=council).order_by("position", "pk")
    if request.method == "POST":
        _step(request, plan, council)
        return redirect("priorities", plan.pk, council.pk)
    listed = list(rows.select_related("focus_area"))
    standing = {row.focus_area_id for row in listed}
    free = [area for area in plan.focus_areas.all() if area.pk not in standing]
    context = {
        "plan": plan,
        "council": council,
        "rows": listed,
        "free": [area for area in free if area.council_id in (None, council.pk)],
    }
    return render(request, "plans/drafting/priorities.html", context)


def _step(request: LoggedInRequest, plan: Plan, council: Council) -> None:
    form = PriorityForm(request.POST, plan=plan)
    if not form.is_valid():
        messages.error(request, "Det kunne ikke lade sig gøre: listen er ændret. Prøv igen.")
        return
    area, step = form.cleaned_data["area"], form.cleaned_data["step"]
    with refusals_shown(request):
        if step == "add":
            workflow.add_priority(area, council, by=request.user)
            return
        priority = area.priorities.filter(council=council).select_related("focus_area__plan").first()
        if priority is None:
            raise Refused("Emnet er taget af listen af en anden.")
        if step == "remove":
            workflow.remove_priority(priority, by=request.user)
        else:
            workflow.move_priority(priority, -1 if step == "up" else 1, by=request.user)
