"""A lokalråd's proposals through all years, and what became of them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from councils.register.offices import offices
from plans.outcomes.permissions import load_proposing_council
from plans.outcomes.reading import as_sheet, outcomes_of
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.site.sheets import sheet_answer


@login_required
@require_safe
def proposals_of_council(request: LoggedInRequest, pk: int) -> HttpResponse:
    council = load_proposing_council(request.user, pk)
    context = {
        "council": council,
        "outcomes": outcomes_of(council, request.user),
        "own": offices(request.user).sits_in(council.pk),
    }
    return render(request, "plans/outcomes/council.html", context)


@login_required
@require_safe
def proposals_of_council_sheet(request: LoggedInRequest, pk: int, ending: str) -> HttpResponse:
    council = load_proposing_council(request.user, pk)
    return sheet_answer(as_sheet(outcomes_of(council, request.user), council), ending)
