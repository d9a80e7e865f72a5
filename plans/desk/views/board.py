"""The board of a plan that is being written."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from plans.desk.board import as_sheet, board, counted, filtered, next_date
from plans.desk.forms import AssignForm, BoardFilter
from plans.document.models import Plan
from plans.document.permissions import load_managed_plan
from plans.drafting import workflow
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.site.sheets import sheet_answer


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


@login_required
@require_safe
def board_sheet(request: LoggedInRequest, pk: int, ending: str) -> HttpResponse:
    """The board as a file, narrowed down as the page is."""
    plan = load_managed_plan(request.user, pk)
    owner, status = _asked(request)
    rows = filtered(board(plan, request.user), owner=owner, status=status)
    return sheet_answer(as_sheet(rows, plan), ending)


def _asked(request: LoggedInRequest) -> tuple[str, str]:
    """Whose sections are asked for, and in which status; "" for all."""
    asked = BoardFilter(request.GET)
    return (asked.cleaned_data["ansvarlig"], asked.cleaned_data["status"]) if asked.is_valid() else ("", "")


def _shown(request: LoggedInRequest, plan: Plan) -> dict[str, object]:
    owner, status = _asked(request)
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
