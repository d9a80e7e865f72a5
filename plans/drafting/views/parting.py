"""A section is split in two, or joined with the one before it."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plans.document.models import Plan, Section
from plans.document.numbering import Numbered, numbered
from plans.document.permissions import load_managed_plan, load_section
from plans.drafting import workflow
from plans.drafting.parting_forms import UNDER, JoinForm, SplitForm
from plans.drafting.views.outline import SAYS
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write, retyped
from samarbejde.site.said import say_at


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def split_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_section(plan, section_pk)
    form = SplitForm(typed(request), section=section)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            given = form.cleaned_data
            new = workflow.split_section(
                section,
                at=given["at"],
                heading=given["heading"],
                under=given["where"] == UNDER,
                version=given["version"],
                by=request.user,
            )
            say_at(request, SAYS, f"»{section}« er delt. »{new}« er sit eget afsnit.")
            return redirect(_in_outline(new))
    if attempt.refusal:
        retyped(form, version=section.version)  # the paragraphs that are shown are those of today
    entry, _ = _entries(plan, section)
    return attempt.page("plans/drafting/split_section.html", plan=plan, section=section, entry=entry)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def join_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_section(plan, section_pk)
    form = JoinForm(typed(request), initial={"version": section.version})
    with Attempt(request, form) as attempt:
        if form.is_valid():
            whole = workflow.join_section(section, version=form.cleaned_data["version"], by=request.user)
            say_at(request, SAYS, f"»{section}« er samlet med »{whole}«.")
            return redirect(_in_outline(whole))
    if attempt.refusal:
        retyped(form, version=section.version)
    entry, before = _entries(plan, section)
    return attempt.page(
        "plans/drafting/join_section.html", plan=plan, section=section, entry=entry, before=before
    )


def _entries(plan: Plan, section: Section) -> tuple[Numbered, Numbered | None]:
    """The section in the plan's order, and the one before it."""
    entries = numbered(plan.sections.all())
    at = next(n for n, entry in enumerate(entries) if entry.section.pk == section.pk)
    return entries[at], entries[at - 1] if at else None


def _in_outline(section: Section) -> str:
    return f"{reverse('plan-outline', args=[section.plan_id])}?valgt={section.pk}#{section.anchor}"
