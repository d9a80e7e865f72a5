"""The draft as its readers will see it: the whole of it or one section, on the web and in print."""

from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from plans.approval.frozen import current_text
from plans.document.models import Plan
from plans.document.permissions import load_plan, may_manage_plan
from plans.document.snapshot import Snapshot
from plans.preview.excerpt import excerpt
from plans.publication.drafts import section_pdf
from plans.publication.views.publishing import pdf_answer
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt


@login_required
@require_safe
def preview_plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    context = {"plan": plan, "snapshot": current_text(plan)}
    return render(request, "plans/preview/preview_plan.html", context)


@login_required
@require_safe
def preview_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    text = _section(plan, section_pk)
    writes = plan.is_open and may_manage_plan(request.user, plan)
    context = {"plan": plan, "snapshot": text, "shown": text["sections"][-1]}
    context |= {"section_pk": section_pk, "writes": writes}
    return render(request, "plans/preview/preview_section.html", context)


@login_required
@require_safe
def preview_section_pdf(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    text = _section(plan, section_pk)
    with Attempt(request):
        return pdf_answer(section_pdf(text), f"{plan.draft_name}-{text['sections'][-1]['anchor']}.pdf")
    return redirect("preview-section", plan.pk, section_pk)


def _section(plan: Plan, pk: int) -> Snapshot:
    """404 where it is another plan's."""
    prefetch_related_objects([plan], "sections")
    lineage = next((section.lineage for section in plan.sections.all() if section.pk == pk), None)
    if lineage is None:
        raise Http404
    return excerpt(current_text(plan), str(lineage))
