"""The year of a district and of a council, and the same days for people's own calendars."""

from datetime import timedelta
from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from councils.meetings.calendars import calendar_answer, day_event, meeting_event
from councils.meetings.permissions import load_council
from councils.models import CouncilKind, PoliceDistrict
from councils.register.offices import offices
from plans.year_cycle import workflow
from plans.year_cycle.entries import (
    LAW_DEMANDS,
    Entry,
    Span,
    council_entries,
    district_entries,
    in_order,
    lacking_meetings,
)
from plans.year_cycle.models import CalendarAddress
from plans.year_cycle.permissions import load_district, load_own_councils
from plans.year_cycle.wheel import wheel
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.site.addresses import whole_address

BEHIND, AHEAD = timedelta(days=365), timedelta(days=730)  # what a calendar is sent
LAW = f"Kredsrådet holder mindst {LAW_DEMANDS} møder om året (bekendtgørelse nr. 1426 af 2006)."
YEARS = range(2000, 2101)


@login_required
@require_safe
def district_year(request: LoggedInRequest, slug: str, year: int) -> HttpResponse:
    district = load_district(request.user, slug)
    entries = district_entries(request.user, district, _span(year))
    context = {"district": district, "title": district.name, "address": "district-year", "of": district.slug}
    return _page(request, year, entries, district, context)


@login_required
@require_safe
def council_year(request: LoggedInRequest, pk: int, year: int) -> HttpResponse:
    council = load_council(request.user, pk)
    entries = council_entries(request.user, council, _span(year))
    district = council.district if council.kind == CouncilKind.DISTRICT else None
    context = {"council": council, "title": council.name, "address": "council-year", "of": council.pk}
    return _page(request, year, entries, district, context)


def _page(
    request: LoggedInRequest,
    year: int,
    entries: list[Entry],
    district: PoliceDistrict | None,
    context: dict[str, object],
) -> HttpResponse:
    """`district` where the page answers for the meetings that the law demands."""
    own = offices(request.user).memberships
    numbered = list(enumerate(entries, 1))
    context |= {
        "year": year,
        "wheel": wheel(entries) if entries else None,
        "quarters": [(q, list(group)) for q, group in groupby(numbered, lambda one: one[1].quarter)],
        "lacking": _lacking_text(lacking_meetings(district, year)) if district else "",
        "law": LAW,
        "councils": {seat.council_id: seat.council for seat in own}.values(),
        "districts": {seat.council.district_id: seat.council.district for seat in own}.values(),
        "calendar": CalendarAddress.objects.filter(user=request.user).first(),
    }
    return render(request, "plans/year_cycle/year.html", context)


def _lacking_text(number: int) -> str:
    if number == LAW_DEMANDS:
        return "Ingen af kredsrådets møder er planlagt"
    return f"Der mangler {number} {'møde' if number == 1 else 'møder'} i kredsrådet" if number else ""


def _span(year: int) -> Span:
    if year not in YEARS:
        raise Http404
    return Span.of_year(year)


@login_required
@require_safe
def own_year(request: LoggedInRequest) -> HttpResponse:
    """This year, of the council that comes first for the person."""
    first, *_ = load_own_councils(request.user)
    return redirect("council-year", first.pk, timezone.localdate().year)


@require_safe
def own_calendar(request: HttpRequest, token: str) -> HttpResponse:
    """For a calendar that cannot log in: what its owner may know today, and nothing once they have left."""
    found = CalendarAddress.objects.with_token(token)
    if found is None:
        raise Http404
    events = [
        meeting_event(entry.meeting)
        if entry.meeting
        else day_event(entry.key, entry.day, f"{entry.text} ({entry.whose})", whole_address(entry.address))
        for entry in _own_entries(found.user)
    ]
    return calendar_answer("Samarbejde", events, "samarbejde.ics")


def _own_entries(person: User) -> list[Entry]:
    today = timezone.localdate()
    span = Span(today - BEHIND, today + AHEAD)
    councils = load_own_councils(person)
    return in_order(entry for council in councils for entry in council_entries(person, council, span))


@login_required
@require_POST
def make_calendar_address(request: LoggedInRequest) -> HttpResponse:
    load_own_councils(request.user)
    workflow.make_calendar_address(request.user, by=request.user)
    messages.success(request, "Din kalender har fået en ny adresse. Den står under »I din egen kalender«.")
    return redirect("own-year")


@login_required
@require_POST
def close_calendar_address(request: LoggedInRequest) -> HttpResponse:
    load_own_councils(request.user)
    workflow.close_calendar_address(request.user, by=request.user)
    messages.success(request, "Adressen er lukket. Kalendere, der bruger den, får ikke nyt mere.")
    return redirect("own-year")
