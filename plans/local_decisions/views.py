"""What a lokalråd has decided this year, and what waits; the secretariat's overview of the areas."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from councils.models import Council, PreventionArea
from plans.document.permissions import load_managed_district
from plans.local_decisions import workflow
from plans.local_decisions.forms import ChangeForm, DecisionForm
from plans.local_decisions.models import PreventionDecision
from plans.local_decisions.permissions import load_area, load_lokalraad, load_topic, may_decide_for
from plans.local_decisions.reading import areas_of, changed_topics
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write, retyped


@login_required
@require_safe
def local_decisions(request: LoggedInRequest, pk: int) -> HttpResponse:
    council, year = load_lokalraad(request.user, pk), timezone.localdate().year
    context = {
        "council": council,
        "year": year,
        "areas": areas_of([council.municipality], year),
        "topics": changed_topics(council, year),
        "decides": may_decide_for(request.user, council),
    }
    return render(request, "plans/local_decisions/local_decisions.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def decide_on_area(request: LoggedInRequest, pk: int, area_pk: int) -> HttpResponse:
    year = timezone.localdate().year
    council, area = load_area(request.user, pk, area_pk, year)
    newest = _newest(area, year)
    form = DecisionForm(typed(request), newest=newest)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            given = dict(form.cleaned_data)
            seen = given.pop("seen") or 0
            workflow.decide_on_area(council, area, **given, seen=seen, by=request.user)
            return attempt.done("Beslutningen er skrevet. Borgerne kan læse den.", "local-decisions", pk)
    if attempt.refusal and (newest := _newest(area, year)):
        retyped(form, seen=newest.number)
    context = {"council": council, "area": area, "newest": newest}
    return attempt.page("plans/local_decisions/decide_on_area.html", **context)


def _newest(area: PreventionArea, year: int) -> PreventionDecision | None:
    return PreventionDecision.objects.filter(area=area, decided_on__year=year).select_related("by").first()


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def change_topic(request: LoggedInRequest, pk: int, lineage: UUID) -> HttpResponse:
    council, topic = load_topic(request.user, pk, lineage, timezone.localdate().year)
    form = ChangeForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.change_topic(council, topic, **form.cleaned_data, by=request.user)
            return attempt.done("Ændringen er skrevet. Borgerne kan læse den.", "local-decisions", pk)
    return attempt.page("plans/local_decisions/change_topic.html", council=council, topic=topic)


@login_required
@require_safe
def prevention_decisions(request: LoggedInRequest, district: str) -> HttpResponse:
    """For the secretariat: every area of the year's list, and who has yet to decide."""
    found, year = load_managed_district(request.user, district), timezone.localdate().year
    councils = list(Council.objects.local_in(found.pk))
    by_place = {council.municipality_id: council for council in councils}
    areas = areas_of([council.municipality for council in councils], year)
    rows = [(one, by_place[one.area.municipality_id]) for one in areas]
    context = {
        "district": found,
        "year": year,
        "rows": rows,
        "missing": sum(one.newest is None for one, _ in rows),
    }
    return render(request, "plans/local_decisions/prevention_decisions.html", context)
