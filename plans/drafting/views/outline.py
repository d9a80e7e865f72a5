"""The plan's contents as a tree: a section is chosen, and a button says what becomes of it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plans.document.models import Plan, Section
from plans.document.numbering import Numbered, numbered
from plans.document.permissions import load_managed_plan, load_section
from plans.drafting import workflow
from plans.drafting.allowed_kinds import spots_beside
from plans.drafting.deleted import restorable
from plans.drafting.forms import NewSectionForm
from plans.drafting.outline import Place, outlined, place_of, subtree
from plans.drafting.outline_forms import LEADS, OutlineForm, PlaceForm
from plans.drafting.workflow import Direction, Where
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.site.said import say_at
from samarbejde.transitions import Refused

SAYS = "outline"  # the place on the page that tells of a step
FRAGMENT = "X-Fragment"  # asked for by outline.js: the rows and what was said, without the page around them
MOVED = {"op": "Flyttet op", "ned": "Flyttet ned", "ud": "Rykket et niveau ud", "ind": "Rykket et niveau ind"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_outline(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    if request.method == "POST":
        return _act(request, plan)
    context = {
        "plan": plan,
        "rows": outlined(
            plan.pk,
            plan.sections.select_related("focus_area").defer("body", "closing"),
            request.GET.get("valgt", ""),
        ),
        "undo": _undo(request),
        "just_deleted": request.GET.get("slettet", ""),
    }
    if request.headers.get(FRAGMENT):
        answer = render(request, "plans/drafting/_outline.html", context)
        answer[FRAGMENT] = "outline"
        return answer
    return render(request, "plans/drafting/plan_outline.html", context | {"in_bin": len(restorable(plan))})


def _act(request: LoggedInRequest, plan: Plan) -> HttpResponse:
    """Take the step, or lead to the page where it is taken."""
    form = OutlineForm(request.POST)
    if not form.is_valid():
        said = form.errors.get("section", ["Vælg et afsnit og et sted, og prøv igen."])
        messages.warning(request, str(said[0]), extra_tags=f"at-{SAYS}")
        return redirect("plan-outline", plan.pk)
    section = load_section(plan, form.cleaned_data["section"])
    step = form.cleaned_data["step"]
    if step == "tilfoej":
        return redirect(f"{reverse(LEADS[step], args=[plan.pk])}?ved={section.pk}")
    if step in LEADS:
        return redirect(LEADS[step], plan.pk, section.pk)
    return _moved(request, plan, section, form)


def _moved(request: LoggedInRequest, plan: Plan, section: Section, form: OutlineForm) -> HttpResponse:
    given, before = form.cleaned_data, place_of(section)
    with Attempt(request, page_tells=Refused) as attempt:
        if given["step"] in MOVED:
            workflow.move_section(section, Direction(given["step"]), by=request.user)
            said = MOVED[given["step"]]
        else:
            target = load_section(plan, given["target"] or 0)
            where = Where(given["where"] or Where.AFTER)
            workflow.place_section(section, where, target, kind=given["kind"], by=request.user)
            said = "Flyttet"
        say_at(request, SAYS, f"{said}: {_entry(plan, section).title}")
        return redirect(_shown_at(section, before))
    messages.warning(request, str(attempt.refusal), extra_tags=f"at-{SAYS}")
    return redirect(_shown_at(section, None))


def _shown_at(section: Section, before: Place | None) -> str:
    """The contents at the section, which is chosen, with the way back to where it stood before."""
    query = {"valgt": str(section.pk)}
    if before:
        query |= {"hvor": before.where, "ved": str(before.target), "art": before.kind}
    return f"{reverse('plan-outline', args=[section.plan_id])}?{urlencode(query)}#{section.anchor}"


def _undo(request: LoggedInRequest) -> dict[str, str]:
    """How the step before is taken back: the same form's fields, out of the address; empty where none is."""
    asked = request.GET
    given = {
        "section": asked.get("valgt", ""),
        "where": asked.get("hvor", ""),
        "target": asked.get("ved", ""),
    }
    form = OutlineForm(given | {"step": "placer", "kind": asked.get("art", "")})
    return {name: str(form.data[name]) for name in form.fields} if given["where"] and form.is_valid() else {}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_section(plan, section_pk)
    entries = numbered(plan.sections.all())
    own = {row.pk for row in subtree(section, [entry.section for entry in entries])}
    form = PlaceForm(typed(request), entries=[entry for entry in entries if entry.section.pk not in own])
    with Attempt(request, form) as attempt:
        if form.is_valid():
            target = load_section(plan, form.cleaned_data["target"])
            before = place_of(section)
            workflow.place_section(section, Where(form.cleaned_data["where"]), target, by=request.user)
            say_at(request, SAYS, f"Flyttet: {_entry(plan, section).title}")
            return redirect(_shown_at(section, before))
    entry = next(entry for entry in entries if entry.section.pk == section.pk)
    return attempt.page("plans/drafting/place_section.html", plan=plan, section=section, entry=entry)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_section(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    beside = _beside(plan, request.GET.get("ved", ""))
    spots = spots_beside(beside.section, beside.title) if beside else spots_beside(None, "")
    form = NewSectionForm(typed(request), spots=spots)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            given = form.cleaned_data
            spot = form.spots[given["where"]]
            section = workflow.add_section(
                plan,
                heading=given["heading"],
                kind=given["kind"],
                data=given["register_data"],
                parent=spot.parent,
                after=spot.after,
                by=request.user,
            )
            told = f"»{section}« er tilføjet. Skriv teksten her."
            return attempt.done(told, "edit-section", plan.pk, section.pk)
    return attempt.page("plans/drafting/add_section.html", plan=plan, beside=beside)


def _entry(plan: Plan, section: Section) -> Numbered:
    return next(entry for entry in numbered(plan.sections.all()) if entry.section.pk == section.pk)


def _beside(plan: Plan, typed: str) -> Numbered | None:
    """The section that the link »Tilføj afsnit her« stood at."""
    entries: list[Numbered] = numbered(Section.objects.filter(plan=plan).select_related("parent"))
    return next((entry for entry in entries if str(entry.section.pk) == typed), None)
