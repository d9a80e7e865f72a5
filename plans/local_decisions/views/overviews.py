"""The secretariat's overview of what the district's lokalråd have decided in a year."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans.document.models import FIRST_YEAR, LAST_YEAR
from plans.document.permissions import load_managed_district
from plans.local_decisions.overview import as_sheet, overview_of
from plans.local_decisions.permissions import open_years
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.site.sheets import sheet_answer

SHOWN = 3  # years before this one, that the page leads to


@login_required
@require_safe
def decisions_of_the_year(request: LoggedInRequest, slug: str, year: int) -> HttpResponse:
    district = load_managed_district(request.user, slug)
    now = timezone.localdate().year
    context = {
        "district": district,
        "year": _known(year),
        "overview": overview_of(district, year),
        "years": range(now - SHOWN, now + 1),
        "is_open": year in open_years(),
    }
    return render(request, "plans/local_decisions/district_decisions.html", context)


@login_required
@require_safe
def decisions_sheet(request: LoggedInRequest, slug: str, year: int, ending: str) -> HttpResponse:
    district = load_managed_district(request.user, slug)
    return sheet_answer(as_sheet(district, _known(year)), ending)


def _known(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return year
