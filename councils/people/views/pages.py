"""What is read: the district's people, one council's, and the list as a file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from councils.people.overview import as_sheet, overview, people_of
from councils.people.permissions import load_council, load_district
from councils.register.models import CouncilKind
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.site.sheets import sheet_answer


@login_required
@require_safe
def people(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_district(request.user, slug)
    found = overview(district)
    context = {
        "district": district,
        "overview": found,
        "kredsraad": found.of(CouncilKind.DISTRICT),
        "kontaktudvalg": found.of(CouncilKind.CONTACT),
        "lokalraad": found.of(CouncilKind.LOCAL),
    }
    return render(request, "councils/people/people.html", context)


@login_required
@require_safe
def council_people(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    council = load_council(request.user, slug, pk)
    context = {"district": council.district, "people": people_of(council)}
    return render(request, "councils/people/council_people.html", context)


@login_required
@require_safe
def people_sheet(request: LoggedInRequest, slug: str, ending: str) -> HttpResponse:
    """Everybody in office today."""
    district = load_district(request.user, slug)
    return sheet_answer(as_sheet(district, overview(district)), ending)
