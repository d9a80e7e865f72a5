from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plans.approval.in_the_way import in_the_way, obstacles_of
from plans.approval.left_open import left_open
from plans.document.models import Plan
from plans.document.obstacles import Unpublishable
from plans.document.permissions import load_decided_plan, load_plan
from plans.publication import workflow
from plans.publication.drafts import draft_pdf as make_draft_pdf
from plans.publication.forms import NoteForm
from plans.publication.models import Publication, PublicationState
from plans.publication.orders import is_held, is_ready, is_still_the_plan
from plans.templatetags.public_addresses import public_address
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write
from samarbejde.site.addresses import whole_address
from samarbejde.workers.condition import faults
from samarbejde.workers.queues import PDF

EVERY = "3"  # seconds between two looks at the progress, with or without JavaScript


@login_required_to_write
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def publish_plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    """Order the publication, see how far it is, and the editions there are."""
    plan = load_decided_plan(request.user, pk)
    context = _context(plan)
    form = NoteForm(typed(request), first=not context["editions"], initial=_last_note(context))
    with Attempt(request, form, page_tells=Unpublishable) as attempt:
        if form.is_valid():
            workflow.order_publication(plan, note=form.cleaned_data["note"], by=request.user)
            return redirect("publish-plan", plan.pk)
    if found := obstacles_of(attempt.refusal):
        context |= in_the_way(plan, found)
    response = attempt.page("plans/publication/publish_plan.html", **context)
    if context["is_waiting"] and request.method != "POST":
        response["Refresh"] = EVERY
    return response


def _context(plan: Plan) -> dict[str, object]:
    latest = plan.publications.defer("snapshot").first()
    state = latest.state if latest else ""
    ready = is_ready(plan)
    is_waiting = state == PublicationState.QUEUED
    held = latest is not None and is_held(latest, plan)
    may_order = ready and not is_waiting and not held
    has_failed = state == PublicationState.FAILED and ready
    return (_failure(latest, plan) if latest and has_failed else {}) | {
        "plan": plan,
        "latest": latest,
        "is_waiting": is_waiting,
        "stuck": faults().get(PDF, "") if is_waiting else "",
        "is_held": held,
        "has_failed": has_failed,
        "is_ready": may_order,
        "left": left_open(plan) if may_order else None,
        "editions": list(plan.editions.light()),
        "address": whole_address(public_address(plan)),
    }


def _failure(latest: Publication, plan: Plan) -> dict[str, object]:
    """What was found in a text is told as long as that is the plan's."""
    found = latest.told()
    if not found:
        return {"failure": latest.failure}
    return in_the_way(plan, found if is_still_the_plan(latest, plan) else [])


def _last_note(context: dict[str, object]) -> dict[str, str]:
    """What was typed for the attempt that failed."""
    latest = context["latest"]
    return {"note": latest.note} if isinstance(latest, Publication) and context["has_failed"] else {}


@login_required
@never_cache
@require_safe
def draft_pdf(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    with Attempt(request):
        return pdf_answer(make_draft_pdf(plan), f"{plan.draft_name}.pdf")
    return redirect("plan", plan.pk)


def pdf_answer(content: bytes, name: str) -> HttpResponse:
    """Shown in the browser, and kept under this name."""
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
