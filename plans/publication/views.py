from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plans.document.models import Plan
from plans.document.permissions import load_managed_plan, load_plan
from plans.publication import workflow
from plans.publication.drafts import draft_pdf as make_draft_pdf
from plans.publication.forms import NoteForm
from plans.publication.letters import public_address
from plans.publication.models import PublicationState
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.refusals import refusals_shown
from samarbejde.resending import login_required_to_write
from samarbejde.transitions import Refused
from samarbejde.workers.condition import faults
from samarbejde.workers.queues import PDF

EVERY = "3"  # seconds between two looks at the progress, with or without JavaScript


@login_required_to_write
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def publish_plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    """Order the publication, see how far it is, and the editions there are."""
    plan = load_managed_plan(request.user, pk)
    context = _context(plan)
    form = NoteForm(
        request.POST if request.method == "POST" else None,
        first=not context["editions"],
        initial=_last_note(context),
    )
    if request.method == "POST" and form.is_valid():
        with refusals_shown(request):
            workflow.order_publication(plan, note=form.cleaned_data["note"], by=request.user)
            return redirect("publish-plan", plan.pk)
    response = render(
        request,
        "plans/publication/publish_plan.html",
        context | {"form": form},
        status=422 if request.method == "POST" else 200,
    )
    if context["is_waiting"] and request.method != "POST":
        response["Refresh"] = EVERY
    return response


def _context(plan: Plan) -> dict[str, Any]:
    latest = plan.publications.defer("snapshot").first()
    state = latest.state if latest else ""
    ready = workflow.is_ready(plan)
    is_waiting = state == PublicationState.QUEUED
    is_held = latest is not None and workflow.is_held(latest, plan)
    return {
        "plan": plan,
        "latest": latest,
        "is_waiting": is_waiting,
        "obstacle": faults().get(PDF, "") if is_waiting else "",
        "is_held": is_held,
        "has_failed": state == PublicationState.FAILED and ready,
        "is_ready": ready and not is_waiting and not is_held,
        "editions": list(plan.editions.light()),
        "address": public_address(plan),
    }


def _last_note(context: dict[str, Any]) -> dict[str, str]:
    """What was typed for the attempt that failed."""
    return {"note": context["latest"].note} if context["has_failed"] else {}


@login_required
@never_cache
@require_safe
def draft_pdf(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    try:
        content = make_draft_pdf(plan)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("plan", plan.pk)
    name = f"udkast-{plan.council.district.slug}-{plan.year}.pdf"
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
