"""The plan's contents as a tree that can be changed, with plain buttons."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.document.models import Plan, Section
from plans.document.numbering import Numbered, numbered
from plans.document.permissions import load_managed_plan, load_managed_section
from plans.drafting import workflow
from plans.drafting.deleted import restorable
from plans.drafting.forms import MoveForm, NewSectionForm
from plans.drafting.kinds import places_beside
from plans.drafting.outline import outlined
from plans.drafting.workflow.outline import subtree
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.refusals import refusals_shown


@login_required
@require_safe
def plan_outline(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    context = {
        "plan": plan,
        "rows": outlined(plan.sections.select_related("focus_area")),
        "deleted": restorable(plan),
    }
    return render(request, "plans/drafting/plan_outline.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_section(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    beside = _beside(plan, request.GET.get("ved", ""))
    places = places_beside(beside.section, beside.title) if beside else places_beside(None, "")
    form = NewSectionForm(request.POST if request.method == "POST" else None, places=places)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        place = form.places[given["where"]]
        with refusals_shown(request):
            section = workflow.add_section(
                plan,
                heading=given["heading"],
                kind=given["kind"],
                data=given["register_data"],
                parent=place.parent,
                after=place.after,
                by=request.user,
            )
            messages.success(request, f"»{section}« er tilføjet. Skriv teksten her.")
            return redirect("edit-section", plan.pk, section.pk)
    context = {"plan": plan, "form": form, "beside": beside}
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/drafting/add_section.html", context, status=status)


@login_required
@require_POST
def move_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_managed_section(request.user, plan, section_pk)
    form = MoveForm(request.POST)
    if form.is_valid():
        with refusals_shown(request):
            workflow.move_section(section, form.cleaned_data["direction"], by=request.user)
    return redirect(f"{_outline_of(plan)}#{section.anchor}")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_managed_section(request.user, plan, section_pk)
    if request.method == "POST":
        with refusals_shown(request):
            workflow.delete_section(section, by=request.user)
            messages.success(request, f"»{section}« er slettet. Det kan gendannes nederst på siden.")
        return redirect("plan-outline", plan.pk)
    sections = list(plan.sections.select_related("focus_area"))
    doomed = {row.pk for row in subtree(section, sections)}
    rows = [place for place in numbered(sections) if place.section.pk in doomed]
    context = {
        "plan": plan,
        "section": section,
        "rows": rows,
        "areas": [row.section.focus_area for row in rows if hasattr(row.section, "focus_area")],
    }
    return render(request, "plans/drafting/delete_section.html", context)


@login_required
@require_POST
def restore_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    address = _outline_of(plan)
    with refusals_shown(request):
        section = workflow.restore_section(plan, section_pk, by=request.user)
        messages.success(request, f"»{section}« er gendannet.")
        address += f"#{section.anchor}"
    return redirect(address)


def _outline_of(plan: Plan) -> str:
    return reverse("plan-outline", args=[plan.pk])


def _beside(plan: Plan, typed: str) -> Numbered | None:
    """The section that the link »Tilføj afsnit her« stood at."""
    places: list[Numbered] = numbered(Section.objects.filter(plan=plan).select_related("parent"))
    return next((place for place in places if str(place.section.pk) == typed), None)
