"""A station is added, corrected and deleted."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from councils.organisation import workflow
from councils.organisation.forms import StationForm
from councils.organisation.permissions import load_kept_district, load_kept_station
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required_to_write
@page
def add_station(request: LoggedInRequest, slug: str) -> HttpResponse:
    district = load_kept_district(request.user, slug)
    form = StationForm(typed(request), places=district.municipalities.all())
    with Attempt(request, form) as attempt:
        if form.is_valid():
            station = workflow.add_station(district, form.answers, form.covered, by=request.user)
            return attempt.done(f"»{station}« er oprettet.", "stations", slug)
    return attempt.page("councils/organisation/edit_station.html", district=district)


@login_required_to_write
@page
def edit_station(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    station = load_kept_station(request.user, slug, pk)
    places = station.district.municipalities.all()
    initial = StationForm.stored(station) | {"version": station.version}
    form = StationForm(typed(request), places=places, initial=initial)
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            given = (form.answers, form.covered)
            station = workflow.edit_station(station, *given, version=version, by=request.user)
            return attempt.done(f"»{station}« er rettet.", "stations", slug)
    conflict = both_texts(attempt, form.stored, thing="stationen")
    context = {"district": station.district, "station": station, "conflict": conflict}
    return attempt.page("councils/organisation/edit_station.html", **context)


@login_required
@page
def delete_station(request: LoggedInRequest, slug: str, pk: int) -> HttpResponse:
    station = load_kept_station(request.user, slug, pk)
    if request.method != "POST":
        context = {"district": station.district, "station": station}
        return render(request, "councils/organisation/delete_station.html", context)
    with Attempt(request):
        workflow.delete_station(station, by=request.user)
        messages.success(request, f"»{station}« er slettet.")
    return redirect("stations", slug)
