"""How far the lokalråd are with the topics of a plan: all of them, and one with what was told before."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from plans.follow_up.permissions import load_paper
from plans.follow_up.status_table import histories, status_table
from samarbejde.accounts.requests import LoggedInRequest


@login_required
@require_safe
def topic_statuses(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_paper(request.user, pk)
    context = {"plan": plan, "table": status_table(plan)}
    return render(request, "plans/follow_up/topic_statuses.html", context)


@login_required
@require_safe
def topic_history(request: LoggedInRequest, pk: int, lineage: UUID) -> HttpResponse:
    plan = load_paper(request.user, pk)
    topic = get_object_or_404(plan.focus_areas, lineage=lineage)
    context = {"plan": plan, "topic": topic, "histories": histories(plan, topic)}
    return render(request, "plans/follow_up/topic_history.html", context)
