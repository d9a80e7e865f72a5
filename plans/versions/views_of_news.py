"""What is new since last year's plan, and the line that the secretariat says of a section."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from plans.approval.frozen import current_text
from plans.document.compared import SectionChange
from plans.document.models import Plan
from plans.document.news import news
from plans.document.permissions import load_managed_plan, load_plan
from plans.versions import workflow
from plans.versions.forms import NewsForm
from plans.versions.permissions import may_write_news
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale


@login_required
@require_safe
def plan_news(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    comparison = news(plan, current_text(plan))
    if comparison is None:
        raise Http404
    context = {"plan": plan, "comparison": comparison, "writes": may_write_news(request.user, plan)}
    return render(request, "plans/versions/plan_news.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def write_news_line(request: LoggedInRequest, pk: int, lineage: UUID) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    change = _change(plan, lineage)
    standing = plan.news_lines.filter(lineage=lineage).first()
    shown = {"line": standing.line, "version": standing.version} if standing else {"version": UNSEEN}
    form = NewsForm(typed(request), initial=shown)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            workflow.write_news_line(plan, lineage, **form.cleaned_data, by=request.user)
            return attempt.done(f"Linjen om »{change.title}« er gemt.", "plan-news", plan.pk)
    if request.method != "POST" and not may_write_news(request.user, plan):
        raise PermissionDenied(plan.why_locked)
    conflict = both_texts(attempt, form.stored, thing="linjen")
    return attempt.page("plans/versions/write_news_line.html", plan=plan, change=change, conflict=conflict)


def _change(plan: Plan, lineage: UUID) -> SectionChange:
    """404 where nothing is new in the section."""
    comparison = news(plan, current_text(plan))
    found = [one for one in comparison.sections if one.lineage == str(lineage)] if comparison else []
    if not found:
        raise Http404
    return found[0]
