"""What a lokalråd has decided in a year, and what waits."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from councils.models import PreventionArea
from plans.local_decisions import workflow
from plans.local_decisions.forms import ChangeForm, DecisionForm
from plans.local_decisions.models import PreventionDecision
from plans.local_decisions.permissions import (
    load_area,
    load_lokalraad,
    load_topic,
    may_decide_for,
    open_years,
)
from plans.local_decisions.reading import areas_of, changed_topics, public_plan
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write, retyped


@login_required
@require_safe
def this_year(request: LoggedInRequest, pk: int) -> HttpResponse:
    year = timezone.localdate().year
    return redirect("local-decisions", load_lokalraad(request.user, pk, year).pk, year)


@login_required
@require_safe
def local_decisions(request: LoggedInRequest, pk: int, year: int) -> HttpResponse:
    council = load_lokalraad(request.user, pk, year)
    context = {
        "council": council,
        "year": year,
        "other_years": [one for one in open_years() if one != year],
        "is_public": public_plan(council, year) is not None,
        "areas": areas_of([council.municipality], year),
        "topics": changed_topics(council, year),
        "decides": may_decide_for(request.user, council),
    }
    return render(request, "plans/local_decisions/local_decisions.html", context)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def decide_on_area(request: LoggedInRequest, pk: int, year: int, area_pk: int) -> HttpResponse:
    council, area = load_area(request.user, pk, year, area_pk)
    is_public = public_plan(council, year) is not None
    newest = _newest(area, year)
    form = DecisionForm(typed(request), year=year, newest=newest)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            given = dict(form.cleaned_data)
            seen = given.pop("seen") or 0
            workflow.decide_on_area(council, area, **given, seen=seen, by=request.user)
            said = f"Beslutningen er skrevet. {_read_by_citizens(is_public)}"
            return attempt.done(said, "local-decisions", pk, year)
    if attempt.refusal and (newest := _newest(area, year)):
        retyped(form, seen=newest.number)
    context = {"council": council, "year": year, "area": area, "newest": newest, "is_public": is_public}
    return attempt.page("plans/local_decisions/decide_on_area.html", **context)


def _read_by_citizens(is_public: bool) -> str:
    when = " nu" if is_public else ", når kredsens plan for året er offentliggjort"
    return f"Borgerne kan læse den{when}."


def _newest(area: PreventionArea, year: int) -> PreventionDecision | None:
    return PreventionDecision.objects.filter(area=area, decided_on__year=year).select_related("by").first()


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def change_topic(request: LoggedInRequest, pk: int, year: int, lineage: UUID) -> HttpResponse:
    council, topic = load_topic(request.user, pk, year, lineage)
    form = ChangeForm(typed(request), year=year)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.change_topic(council, topic, **form.cleaned_data, by=request.user)
            said = "Ændringen er skrevet. Borgerne kan læse den nu."
            return attempt.done(said, "local-decisions", pk, year)
    context = {"council": council, "year": year, "topic": topic}
    return attempt.page("plans/local_decisions/change_topic.html", **context)
