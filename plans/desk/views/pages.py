from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from councils.models import PoliceDistrict
from councils.register.offices import offices
from plans.approval.permissions import may_follow_signatures
from plans.approval.record import record_of
from plans.desk.next_step import may_be_followed, next_step
from plans.desk.overview import coming_dates, rooms, steps, with_dates
from plans.desk.permissions import load_refused_mail, looks_after_mail, refused_mail_for, shown_plans
from plans.desk.progress import with_progress
from plans.desk.waiting import waiting_for
from plans.document.models import Plan
from plans.document.permissions import load_plan, may_decide_plan, may_manage_plan, visible_plans
from plans.document.states import PlanState
from samarbejde.accounts import second_factor
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.events.models import Event, EventQuerySet
from samarbejde.forms.attempts import Attempt
from samarbejde.outbox.workflow import try_again

NEWEST_PLANS = 6
NEWEST_EVENTS = 5
EVENTS_A_PAGE = 50


@login_required
@require_safe
def desk(request: LoggedInRequest) -> HttpResponse:
    plans = with_dates(shown_plans(request.user)).order_by("-year", "council__sort_key")[:NEWEST_PLANS]
    tasks = waiting_for(request.user)
    current = next((plan for plan in plans if plan.state != PlanState.PUBLISHED), None)
    context = {
        "tasks": tasks,
        "first": next((task for task in tasks if task.url), None),
        "plans": plans,
        "current": current,
        "steps": steps(current) if current else [],
        "dates": coming_dates(current) if current else [],
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
    with Attempt(request):
        sent = try_again(message)
        messages.success(request, f"»{sent.subject}« sendes igen, nu til {sent.address}.")
    return redirect("refused-mail")


@login_required
@require_safe
def plans(request: LoggedInRequest) -> HttpResponse:
    own, shown = offices(request.user), shown_plans(request.user)
    context = {
        "plans": shown.order_by("-year", "council__sort_key"),
        "may_start": bool(own.secretariat_districts),
        "boards": PoliceDistrict.objects.filter(pk__in=own.secretariat_districts),
        "chaired": [council for council in own.local_councils if council.pk in own.chaired],
        "year": timezone.localdate().year,
    }
    return render(request, "plans/desk/plans.html", context)


@login_required
@require_safe
def plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(with_progress(visible_plans(request.user)), pk=pk)
    manages, decides = may_manage_plan(request.user, plan), may_decide_plan(request.user, plan)
    newest = list(_events(plan, manages=manages)[: NEWEST_EVENTS + 1])
    context = {
        "plan": plan,
        "steps": steps(plan),
        "next": next_step(plan) if _has_step(plan, manages=manages, decides=decides) else None,
        "rooms": rooms(plan, offices(request.user), manages=manages, decides=decides),
        "events": newest[:NEWEST_EVENTS],
        "has_more_events": len(newest) > NEWEST_EVENTS,
        "manages": manages,
        "decides": decides,
        "record": record_of(plan),
        "follows": may_follow_signatures(request.user, plan),
        "may_be_followed": decides and may_be_followed(plan),
    }
    return render(request, "plans/desk/plan.html", context)


def _has_step(plan: Plan, *, manages: bool, decides: bool) -> bool:
    """Whoever only writes a lokalråd's plan does not publish it."""
    if plan.state == PlanState.PUBLISHED:
        return False
    return decides or (manages and plan.state != PlanState.SIGNED)


@login_required
@require_safe
def plan_events(request: LoggedInRequest, pk: int) -> HttpResponse:
    """All that has happened with the plan, newest first."""
    plan = load_plan(request.user, pk)
    events = _events(plan, manages=may_manage_plan(request.user, plan))
    page = Paginator(events, EVENTS_A_PAGE).get_page(request.GET.get("side"))
    context = {"plan": plan, "page": page, "steps": steps(plan)}
    return render(request, "plans/desk/plan_events.html", context)


def _events(plan: Plan, *, manages: bool) -> EventQuerySet:
    events = Event.objects.about(plan)
    return events if manages else events.shared()
