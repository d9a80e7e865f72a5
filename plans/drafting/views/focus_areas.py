"""The plan's topics, and the list of each lokalråd."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from councils.models import Council
from plans.document.fields import Fields
from plans.document.models import FocusArea, Plan, Priority, Scope
from plans.document.permissions import load_managed_plan, may_decide_plan
from plans.document.register_data import Register
from plans.drafting import workflow
from plans.drafting.forms import FocusAreaForm, NewFocusAreaForm, PriorityForm
from plans.drafting.lists import areas_for, local_councils, shown_below
from plans.drafting.origins import origins
from plans.drafting.permissions import load_area
from plans.drafting.saying import told_on
from samarbejde import danish
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import AUTOSAVED, Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.site.said import SAID, say_at
from samarbejde.transitions import Refused, Stale


@login_required
@require_safe
def focus_areas(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    register = Register(plan)
    standing = register.priorities_by_council
    lists = [(council, standing.get(council.pk, [])) for council in local_councils(plan)]
    areas = list(register.focus_areas.values())
    context = {
        "plan": plan,
        "decides": may_decide_plan(request.user, plan),
        "district_wide": [area for area in areas if area.scope == Scope.DISTRICT],
        "local": [(area, _listed_by(area, lists)) for area in areas if area.scope == Scope.LOCAL],
        "lists": lists,
    }
    return render(request, "plans/drafting/focus_areas.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def add_focus_area(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    own = plan.council if plan.is_local else None
    form = NewFocusAreaForm(typed(request), councils=local_councils(plan), of=own)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            council = form.cleaned_data["council"]
            area = workflow.add_focus_area(
                plan,
                title=form.cleaned_data["title"],
                text=form.cleaned_data["text"],
                scope=Scope.LOCAL if council else Scope.DISTRICT,
                council=council,
                by=request.user,
            )
            return attempt.done(f"»{area}« er med i planen.", "focus-areas", plan.pk)
    fields = Fields(plan)
    return attempt.page("plans/drafting/add_focus_area.html", plan=plan, fields=fields)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_focus_area(request: LoggedInRequest, pk: int, area_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    area = load_area(plan, area_pk)
    form = FocusAreaForm(typed(request), area=area)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            saved = workflow.edit_focus_area(
                area,
                **form.answers,
                by=request.user,
                reason=AUTOSAVED if attempt.is_autosave else "",
                tell=told_on(request, quietly=attempt.is_autosave),
            )
            if attempt.is_autosave:
                return attempt.kept(saved.titled_row)
            return attempt.done("Emnet er gemt.", "focus-areas", plan.pk)
    conflict = both_texts(attempt, form.stored, thing="emnet")
    register = Register(plan)
    return attempt.page(
        "plans/drafting/edit_focus_area.html",
        plan=plan,
        area=area,
        conflict=conflict,
        fields=register.fields,
        proposers=register.proposers(area),
        origins=origins(plan, request.user).get(area.lineage, []) if area.proposer_ids else [],
        read_in=area.section or shown_below(plan),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove_focus_area(request: LoggedInRequest, pk: int, area_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    area = load_area(plan, area_pk)
    if request.method == "POST":
        with Attempt(request):
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
        fragment = _step(request, plan, council)
        return redirect(f"{reverse('priorities', args=[plan.pk, council.pk])}{fragment}")
    listed = list(rows.select_related("focus_area__section"))
    standing = {row.focus_area_id for row in listed}
    context = {
        "plan": plan,
        "council": council,
        "rows": listed,
        "free": [area for area in areas_for(plan, council) if area.pk not in standing],
    }
    return render(request, "plans/drafting/priorities.html", context)


def _listed_by(area: FocusArea, lists: list[tuple[Council, list[FocusArea]]]) -> str:
    """The lokalråd that a local topic belongs to or is shared by: `Lokalrådet i Herning og …`."""
    return danish.listing(
        str(council) for council, listed in lists if area in listed or area.council_id == council.pk
    )


def _step(request: LoggedInRequest, plan: Plan, council: Council) -> str:
    """Take it, and say so at the topic's row; the fragment that leads there."""
    form = PriorityForm(request.POST, plan=plan)
    if not form.is_valid():
        messages.error(request, "Det kunne ikke lade sig gøre: listen er ændret. Prøv igen.")
        return ""
    area, step = form.cleaned_data["area"], form.cleaned_data["step"]
    row, fragment = Priority(focus_area=area).anchor, ""
    with Attempt(request):
        if step == "add":
            workflow.add_priority(area, council, by=request.user)
            say_at(request, row, f"»{area}« er sat nederst på listen.")
            return f"#{SAID}"
        priority = (
            area.priorities.filter(council=council)
            .select_related("focus_area__plan", "focus_area__section")
            .first()
        )
        if priority is None:
            raise Refused("Emnet er taget af listen af en anden.")
        if step == "remove":
            workflow.remove_priority(priority, by=request.user)
            messages.success(request, f"»{area}« er taget af listen.")
        else:
            position, count = workflow.move_priority(priority, -1 if step == "up" else 1, by=request.user)
            say_at(request, row, f"»{area}« er nu nummer {position} af {count}.")
            fragment = f"#{SAID}" if position in (1, count) else f"#{row}-{step}"
    return fragment
