"""The units of the district's police: read, added, renamed, moved, deleted and put back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from councils.organisation import units as placing
from councils.organisation import workflow
from councils.organisation.forms import UnitForm
from councils.organisation.permissions import (
    load_deleted_unit,
    load_kept_district,
    load_kept_unit,
    may_keep,
)
from councils.organisation.workflow.ordering import DOWN, UP
from councils.register.permissions import load_district
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.site.said import SAID, say_at
from samarbejde.site.sheets import sheet_answer
from samarbejde.transitions import UNSEEN, Stale

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@require_safe
def units(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_district(request.user, slug)
    keeps = may_keep(request.user, district)
    context = {
        "district": district,
        "keeps": keeps,
        "units": placing.units(district),
        "deleted": placing.deleted_units(district) if keeps else [],
    }
    return render(request, "councils/organisation/units.html", context)


@login_required
@require_safe
def units_sheet(request: LoggedInRequest, slug: str, ending: str) -> HttpResponse:
    district = load_district(request.user, slug)
    return sheet_answer(placing.as_sheet(district, placing.units(district)), ending)


@login_required_to_write
@page
def add_unit(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_kept_district(request.user, slug)
    form = UnitForm(
        typed(request), offered=placing.units(district), initial={"parent_id": request.GET.get("under", "")}
    )
    with Attempt(request, form) as attempt:
        if form.is_valid():
            told = form.cleaned_data
            unit = workflow.add_unit(
                district, name=told["name"], parent_id=told["parent_id"], by=request.user
            )
            return attempt.done(f"»{unit}« er oprettet.", "units", slug)
    return attempt.page("councils/organisation/edit_unit.html", district=district)


@login_required_to_write
@page
def edit_unit(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    unit = load_kept_unit(request.user, slug, pk)
    own = unit.with_all_below()
    offered = [row for row in placing.units(unit.district) if row.unit.pk not in own]
    initial = UnitForm.stored(unit) | {"version": unit.version}
    form = UnitForm(typed(request), offered=offered, initial=initial)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            told = form.cleaned_data
            answers = {"name": told["name"], "parent_id": told["parent_id"]}
            unit = workflow.edit_unit(unit, **answers, version=told["version"] or UNSEEN, by=request.user)
            return attempt.done(f"»{unit}« er rettet.", "units", slug)
    conflict = both_texts(attempt, form.stored, thing="enheden")
    context = {"district": unit.district, "unit": unit, "conflict": conflict}
    return attempt.page("councils/organisation/edit_unit.html", **context)


@login_required
@require_POST
def move_unit(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    unit = load_kept_unit(request.user, slug, pk)
    direction = request.POST.get("step", "")
    if direction not in (UP, DOWN):
        raise Http404
    with Attempt(request):
        number = workflow.move_unit(unit, direction, by=request.user)
        if number:
            under = f" under »{unit.parent}«" if unit.parent else ""
            say_at(request, unit.anchor, f"»{unit}« er nu nummer {number}{under}.")
            return redirect(f"{reverse('units', args=[slug])}#{SAID}")
    return redirect("units", slug)


@login_required
@page
def delete_unit(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    unit = load_kept_unit(request.user, slug, pk)
    if request.method != "POST":
        context = {"district": unit.district, "unit": unit, "below": unit.children.all()}
        return render(request, "councils/organisation/delete_unit.html", context)
    with Attempt(request):
        workflow.delete_unit(unit, by=request.user)
        messages.success(request, f"»{unit}« er slettet. Du kan sætte den ind igen nederst på siden.")
    return redirect("units", slug)


@login_required
@require_POST
def restore_unit(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    district, told = load_deleted_unit(request.user, slug, pk)
    with Attempt(request):
        unit = workflow.restore_unit(district, told, by=request.user)
        under = f" under »{unit.parent}«" if unit.parent else ", øverst"
        say_at(request, unit.anchor, f"»{unit}« står her igen{under}.")
        return redirect(f"{reverse('units', args=[slug])}#{SAID}")
    return redirect("units", slug)
