"""The secretariat's board of the district's local plans."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans.document.models import FIRST_YEAR, LAST_YEAR
from plans.document.permissions import load_managed_district
from plans.local_plans.board import as_sheet, board_of
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.site.sheets import sheet_answer


@login_required
@require_safe
def local_plans(request: LoggedInRequest, slug: str, year: int) -> HttpResponse:
    district = load_managed_district(request.user, slug)
    this_year = timezone.localdate().year
    context = {
        "district": district,
        "year": _known(year),
        "board": board_of(district, year),
        "years": range(this_year - 1, this_year + 2),
    }
    return render(request, "plans/local_plans/board.html", context)


@login_required
@require_safe
def local_plans_sheet(request: LoggedInRequest, slug: str, year: int, ending: str) -> HttpResponse:
    district = load_managed_district(request.user, slug)
    return sheet_answer(as_sheet(district, _known(year)), ending)


def _known(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return year
