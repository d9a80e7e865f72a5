from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from councils.register.offices import offices
from plans.desk.next_step import may_be_followed, next_step
from plans.desk.overview import rooms, steps
from plans.desk.permissions import load_refused_mail, looks_after_mail, refused_mail_for
from plans.desk.progress import with_progress
from plans.desk.waiting import waiting_for
from plans.document.permissions import may_manage_plan, visible_plans
from plans.document.states import PlanState
from samarbejde.accounts import second_factor
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.events.models import Event
from samarbejde.outbox.workflow import try_again
from samarbejde.refusals import refusals_shown

NEWEST_PLANS = 6
NEWEST_EVENTS = 8


@login_required
@require_safe
def desk(request: LoggedInRequest) -> HttpResponse:
    context = {
        "tasks": waiting_for(request.user),
        "plans": visible_plans(request.user).order_by("-year", "council__sort_key")[:NEWEST_PLANS],
        "own": offices(request.user),
        "second_factor": second_factor.told(request.user),
    }
    return render(request, "plans/desk/desk.html", context)


@login_required
@require_safe
def refused_mail(request: LoggedInRequest) -> HttpResponse:
    """Whom no mail reaches, and what to do about it."""
    if not looks_after_mail(request.user):
        raise PermissionDenied("Kun sekretariatet og administratoren tager sig af posten.")
    context = {
        "refused": refused_mail_for(request.user).order_by("to__name", "-queued_at"),
        "mends": request.user.is_staff,
        "administrators": User.objects.filter(is_staff=True, is_active=True),
    }
    return render(request, "plans/desk/refused_mail.html", context)


@login_required
@require_POST
def send_again(request: LoggedInRequest, pk: int) -> HttpResponse:
    message = load_refused_mail(request.user, pk)
    with refusals_shown(request):
        sent = try_again(message)
        messages.success(request, f"»{sent.subject}« sendes igen, nu til {sent.address}.")
    return redirect("refused-mail")


@login_required
@require_safe
def plans(request: LoggedInRequest) -> HttpResponse:
    context = {
        "plans": visible_plans(request.user).order_by("-year", "council__sort_key"),
        "may_start": bool(offices(request.user).secretariat_districts),
    }
    return render(request, "plans/desk/plans.html", context)


@login_required
@require_safe
def plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(with_progress(visible_plans(request.user)), pk=pk)
    manages = may_manage_plan(request.user, plan)
    events = Event.objects.about(plan)
    context = {
        "plan": plan,
        "steps": steps(plan),
        "next": next_step(plan) if manages and plan.state != PlanState.PUBLISHED else None,
        "rooms": rooms(plan, offices(request.user), manages=manages),
        "events": (events if manages else events.shared())[:NEWEST_EVENTS],
        "manages": manages,
        "may_be_followed": manages and may_be_followed(plan),
    }
    return render(request, "plans/desk/plan.html", context)
