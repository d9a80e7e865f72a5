"""A lokalråd's action plans of a year, one of them with its time line, and the words of it."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plans.action_plans import workflow
from plans.action_plans.forms import ActionPlanForm
from plans.action_plans.freezing import public_text
from plans.action_plans.models import ActionPlan, Status
from plans.action_plans.permissions import (
    load_action_plan,
    load_own_action_plan,
    load_topic,
    load_year,
    may_decide_for,
    may_write_for,
    visible_action_plans,
)
from plans.action_plans.timeline import timeline
from plans.action_plans.topics import topics_of, with_action_plans
from plans.document.snapshot import content_hash
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale


@login_required
@require_safe
def this_year(request: LoggedInRequest, pk: int) -> HttpResponse:
    year = timezone.localdate().year
    return redirect("action-plans", load_year(request.user, pk, year).pk, year)


@login_required
@require_safe
def council_action_plans(request: LoggedInRequest, pk: int, year: int) -> HttpResponse:
    council = load_year(request.user, pk, year)
    plans = visible_action_plans(request.user).filter(council=council, year=year)
    context = {
        "council": council,
        "year": year,
        "topics": with_action_plans(topics_of(council, year), plans),
        "writes": may_write_for(request.user, council),
    }
    return render(request, "plans/action_plans/action_plans.html", context)


@login_required
@require_safe
def action_plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_action_plan(request.user, pk)
    activities = list(plan.activities.all())
    others = visible_action_plans(request.user)
    writes, published = may_write_for(request.user, plan.council), plan.published.order_by("-number").first()
    context = {
        "plan": plan,
        "activities": activities,
        "timeline": timeline(activities, plan.year, timezone.localdate()) if activities else None,
        "statuses": Status.choices,
        "writes": writes,
        "decides": may_decide_for(request.user, plan.council),
        "may_delete": writes and plan.is_draft and not workflow.was_adopted(plan),
        "published": published,
        "is_changed": not published or published.content_hash != content_hash(public_text(plan)),
        "before": others.filter(pk=plan.carried_from_id).first() if plan.carried_from_id else None,
        "next": _next(plan, request),
    }
    return render(request, "plans/action_plans/action_plan.html", context)


def _next(plan: ActionPlan, request: LoggedInRequest) -> ActionPlan | None:
    """Next year's for the same topic, carried on or begun by itself."""
    found = visible_action_plans(request.user).filter(council=plan.council_id, lineage=plan.lineage)
    return found.filter(year=plan.year + 1).first()


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def make_action_plan(request: LoggedInRequest, pk: int, year: int, lineage: UUID) -> HttpResponse:
    council, topic = load_topic(request.user, pk, year, lineage)
    form = ActionPlanForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            plan = workflow.make_action_plan(council, topic, year, form.answers, by=request.user)
            said = "Handleplanen er lavet. Tilføj nu, hvad I gør."
            return attempt.done(said, "action-plan", plan.pk)
    return attempt.page("plans/action_plans/make_action_plan.html", council=council, topic=topic, year=year)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def edit_action_plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_own_action_plan(request.user, pk)
    form = ActionPlanForm(typed(request), plan=plan)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.edit_action_plan(plan, form.answers, version=version, by=request.user)
            return attempt.done("Handleplanen er rettet.", "action-plan", pk)
    conflict = both_texts(attempt, form.stored, thing="handleplanen")
    return attempt.page("plans/action_plans/edit_action_plan.html", plan=plan, conflict=conflict)
