"""The draft as its readers will see it: the whole of it or one section, on the web and in print."""

from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plans.approval.frozen import current_text
from plans.document.excerpt import excerpt
from plans.document.models import Plan
from plans.document.papers import paper
from plans.document.permissions import load_plan, may_manage_plan
from plans.document.snapshot import Snapshot, content_hash
from plans.proposals.permissions import load_proposal
from plans.proposals.reading import shown
from plans.publication.drafts import section_pdf
from plans.publication.models import DraftState
from plans.publication.views.publishing import EVERY, pdf_answer
from plans.publication.workflow import order_draft
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt
from samarbejde.forms.resending import login_required_to_write
from samarbejde.workers.condition import faults
from samarbejde.workers.queues import PDF


@login_required
@require_safe
def preview_plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    context = {"plan": plan, "snapshot": current_text(plan)}
    return render(request, "plans/preview/preview_plan.html", context)


@login_required_to_write
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def draft_print(request: LoggedInRequest, pk: int) -> HttpResponse:
    """Ask for a PDF of the whole draft, see how far it is, and fetch it when it is there."""
    plan = load_plan(request.user, pk)
    if request.method == "POST":
        order_draft(plan, by=request.user)
        return redirect("draft-print", plan.pk)
    latest = plan.draft_prints.defer("content").first()
    is_waiting = latest is not None and latest.state == DraftState.QUEUED
    context = {
        "plan": plan,
        "latest": latest,
        "is_waiting": is_waiting,
        "stuck": faults().get(PDF, "") if is_waiting else "",
        "is_ready": bool(latest and latest.is_of(content_hash(current_text(plan)), timezone.localdate())),
    }
    response = render(request, "plans/preview/draft_print.html", context)
    if is_waiting:
        response["Refresh"] = EVERY
    return response


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


@login_required
@require_safe
def preview_proposal(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The text that a lokalråd proposes, as a topic of the plan."""
    proposal = load_proposal(request.user, pk)
    page, plan = shown(proposal, request.user, with_events=False), proposal.round.plan
    text = paper(plan.council, plan.year, plan.title, [(page.words.title, page.words.text)])
    [topic] = text["sections"]
    topic |= {"number": "", "label": "", "title": topic["heading"]}
    context = {"plan": plan, "proposal": proposal, "page": page, "snapshot": text, "topic": topic}
    return render(request, "plans/preview/preview_proposal.html", context)


def _section(plan: Plan, pk: int) -> Snapshot:
    """404 where it is another plan's."""
    prefetch_related_objects([plan], "sections")
    lineage = next((section.lineage for section in plan.sections.all() if section.pk == pk), None)
    if lineage is None:
        raise Http404
    return excerpt(current_text(plan), str(lineage))
