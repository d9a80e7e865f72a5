"""One section: its text, what two people make of it, and its history."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plans.document.models import Plan, Section
from plans.document.numbering import Numbered, numbered
from plans.document.permissions import load_managed_plan, load_managed_section
from plans.document.register_data import Register
from plans.drafting import workflow
from plans.drafting.forms import RestoreForm, SectionForm
from plans.drafting.sources import SOURCES
from plans.drafting.versions import met, versions
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.danish import date_text
from samarbejde.refusals import refusals_shown
from samarbejde.resending import login_required_to_write, retyped, sent_back
from samarbejde.transitions import Refused, Stale

A_PAGE = 20  # versions


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    if request.method == "POST" and not plan.sections.filter(pk=section_pk).exists():
        return _gone(request, plan, section_pk)
    section = load_managed_section(request.user, plan, section_pk)
    if request.method != "POST":
        return _page(request, plan, section, SectionForm(section=section))
    form = SectionForm(request.POST, section=section)
    if not form.is_valid():
        return _page(request, plan, section, form, status=422)
    mine = form.text
    try:
        saved = workflow.save_section(section, by=request.user, version=form.cleaned_data["version"], **mine)
    except Stale:
        return _both_texts(request, plan, section, form, mine)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _page(request, plan, section, form, status=409)
    messages.success(request, f"»{saved}« er gemt.")
    return redirect(f"{reverse('plan-text', args=[plan.pk])}#{saved.anchor}")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def section_history(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_managed_section(request.user, plan, section_pk)
    if request.method == "POST":
        _restore(request, section)
        return redirect("section-history", plan.pk, section.pk)
    records = section.history.select_related("history_user").order_by("-history_date", "-history_id")
    page = Paginator(records, A_PAGE).get_page(request.GET.get("side"))
    # One more than the page shows: what its oldest is compared with.
    rows = records[page.start_index() - 1 : page.end_index() + 1] if page.paginator.count else []
    context = {
        "plan": plan,
        "section": section,
        "place": _place(plan, section),
        "page": page,
        "versions": versions(rows),
    }
    return render(request, "plans/drafting/section_history.html", context)


def _restore(request: LoggedInRequest, section: Section) -> None:
    form = RestoreForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Vælg en udgave, og prøv igen.")
        return
    old: Any = get_object_or_404(section.history, pk=form.cleaned_data["record"])
    day = date_text(old.history_date.date())
    with refusals_shown(request):
        try:
            workflow.save_section(
                section,
                by=request.user,
                version=form.cleaned_data["version"],
                heading=old.heading,
                body=old.body,
                closing=old.closing,
                reason=f"Udgaven fra {day} gendannet",
            )
        except Stale as stale:
            raise Refused(f"{stale} Se, hvad der er ændret, og gendan så igen.") from stale
        messages.success(request, f"Udgaven fra {day} er gendannet som den nyeste.")


def _both_texts(
    request: LoggedInRequest, plan: Plan, section: Section, form: SectionForm, mine: dict[str, str]
) -> HttpResponse:
    """What stands, and what was typed, or both in one where they do not meet; ready to be saved over it."""
    section.refresh_from_db()
    meeting = met(section, form.cleaned_data["version"], mine, by=request.user)
    retyped(form, version=section.version, **(meeting.together or {}))
    return _page(request, plan, section, form, status=409, meeting=meeting, mine=mine)


def _gone(request: LoggedInRequest, plan: Plan, section_pk: int) -> HttpResponse:
    """Deleted while it was being written: the text comes back, to be saved once the section is restored."""
    if not Section.history.filter(id=section_pk, plan_id=plan.pk).exists():
        raise Http404
    return sent_back(request, "plans/drafting/section_gone.html", status=409, plan=plan)


def _page(
    request: LoggedInRequest,
    plan: Plan,
    section: Section,
    form: SectionForm,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    context = {
        "plan": plan,
        "section": section,
        "place": _place(plan, section),
        "form": form,
        "data": _without_links(Register(plan).data_for(section.data)),
        "shown_at": {"heading_level": 3, "anchor": "vist"},
        "source": SOURCES.get(section.data),
    }
    return render(request, "plans/drafting/edit_section.html", context | more, status=status)


def _place(plan: Plan, section: Section) -> Numbered:
    return next(place for place in numbered(plan.sections.all()) if place.section.pk == section.pk)


def _without_links(data: Any) -> Any:
    """The register's data for a page that shows one section: what its anchors lead to is not there."""
    if isinstance(data, dict):
        return {name: "" if name == "anchor" else _without_links(value) for name, value in data.items()}
    return [_without_links(row) for row in data] if isinstance(data, list) else data
