"""What is read: the organisation as a chart, the fora by kommune, the stations, and the lists as files."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from councils.organisation import chart, matrix
from councils.organisation import stations as covering
from councils.organisation.network import network, party_names
from councils.organisation.permissions import load_forum, may_keep
from councils.register.models import PoliceDistrict
from councils.register.permissions import load_district
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.site.sheets import sheet_answer


@login_required
@require_safe
def organisation(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_district(request.user, slug)
    found = chart.organisation(district)
    context = {"organisation": found, "chart": chart.chart(found)}
    return render(request, "councils/organisation/organisation.html", context | _common(request, district))


@login_required
@require_safe
def forums(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_district(request.user, slug)
    found = matrix.matrix(district)
    context = {"matrix": found, "network": network(found)}
    return render(request, "councils/organisation/forums.html", context | _common(request, district))


@login_required
@require_safe
def forum(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    one = load_forum(request.user, slug, pk)
    [column] = [column for column in matrix.matrix(one.district).columns if column.forum == one]
    context = {"forum": one, "column": column, "parties": party_names(one.parties)}
    return render(request, "councils/organisation/forum.html", context | _common(request, one.district))


@login_required
@require_safe
def forums_sheet(request: LoggedInRequest, slug: str, ending: str) -> HttpResponse:
    district = load_district(request.user, slug)
    return sheet_answer(matrix.as_sheet(district, matrix.matrix(district)), ending)


@login_required
@require_safe
def stations(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_district(request.user, slug)
    context = {"stations": covering.stations(district)}
    return render(request, "councils/organisation/stations.html", context | _common(request, district))


@login_required
@require_safe
def stations_sheet(request: LoggedInRequest, slug: str, ending: str) -> HttpResponse:
    district = load_district(request.user, slug)
    return sheet_answer(covering.as_sheet(district, covering.stations(district)), ending)


def _common(request: LoggedInRequest, district: PoliceDistrict) -> dict[str, object]:
    return {"district": district, "keeps": may_keep(request.user, district)}
