"""The board of a plan that is being written."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from plans.desk.board import board, counted, filtered, next_date
from plans.desk.forms import AssignForm, BoardFilter
from plans.document.models import Plan
from plans.document.permissions import load_managed_plan
from plans.drafting import workflow
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_board(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = AssignForm(typed(request), plan=plan)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            number = workflow.assign_sections(plan, by=request.user, **form.cleaned_data)
            messages.success(request, f"{number} afsnit er ændret.")
            return redirect(request.get_full_path())  # with the filter
    return attempt.page("plans/desk/plan_board.html", **_shown(request, plan))


def _shown(request: LoggedInRequest, plan: Plan) -> dict[str, object]:
    asked = BoardFilter(request.GET)
    owner, status = asked.cleaned_data.values() if asked.is_valid() else ("", "")
    rows = board(plan, request.user)
    people = {row["owner_key"]: row["owner"] for row in rows if row["owner"]}
    return {
        "plan": plan,
        "rows": filtered(rows, owner=owner, status=status),
        "counted": counted(filtered(rows, owner=owner, status="")),
        "people": sorted(people.items(), key=lambda one: one[1]),
        "owner": owner,
        "status": status,
        "all": len(rows),
        "found": sum(row["findings"] for row in rows),
        "comments": sum(row["comments"] for row in rows),
        "next": next_date(plan),
        "picked": request.POST.getlist("sections"),
    }
