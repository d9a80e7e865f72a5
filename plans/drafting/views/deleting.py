"""Sections that are taken out of the plan, and the bin where they lie until it is published."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.document.numbering import numbered
from plans.document.permissions import load_managed_plan, load_section
from plans.drafting import workflow
from plans.drafting.deleted import restorable
from plans.drafting.outline import subtree
from plans.drafting.views.outline import SAYS
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt
from samarbejde.site.said import SAID, say_at
from samarbejde.text.rich_text import plain_text


@login_required
@require_safe
def deleted_sections(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    deleted = [(gone, plain_text(gone.body)) for gone in restorable(plan)]
    return render(request, "plans/drafting/deleted_sections.html", {"plan": plan, "deleted": deleted})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_section(plan, section_pk)
    sections = list(plan.sections.select_related("focus_area"))
    doomed = {row.pk for row in subtree(section, sections)}
    rows = [entry for entry in numbered(sections) if entry.section.pk in doomed]
    if request.method == "POST":
        gone = section.pk
        with Attempt(request) as attempt:
            workflow.delete_section(section, by=request.user)
            say_at(request, SAYS, f"»{section}« er slettet og ligger i papirkurven.")
        query = "" if attempt.refusal else f"?slettet={gone}#{SAID}"
        return redirect(f"{reverse('plan-outline', args=[plan.pk])}{query}")
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
    address = reverse("plan-outline", args=[plan.pk])
    with Attempt(request):
        section = workflow.restore_section(plan, section_pk, by=request.user)
        say_at(request, SAYS, f"»{section}« er gendannet.")
        address += f"?valgt={section.pk}#{section.anchor}"
    return redirect(address)
