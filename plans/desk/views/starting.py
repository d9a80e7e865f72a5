from collections import Counter

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from councils.models import Council
from plans.approval.left_open import things_left_open
from plans.desk.forms import StartForm
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.drafting import workflow
from plans.drafting.carry_forward import new_headings
from plans.drafting.permissions import startable_councils
from plans.duties import workflow as duties
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.transitions import Refused

AHEAD = 2  # years: no plan is written earlier than that


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start_plan(request: LoggedInRequest) -> HttpResponse:
    councils = startable_councils(request.user)
    this_year = timezone.localdate().year
    years = _free_years(councils, list(range(this_year, this_year + AHEAD + 1)))
    year = next((year for year in years if year > this_year), this_year)
    form = StartForm(typed(request), councils=councils, years=years, initial={"year": year})
    latest = Plan.objects.filter(council__in=councils, year__lt=year).with_places().order_by("-year").first()
    unfinished = _unfinished(form, latest)
    form.ask_about(unfinished)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            given = {name: form.cleaned_data[name] for name in ("council", "year", "source")}
            plan = _started(request, **given)
            if plan.previous:
                told = f"{plan.title} er begyndt. Vælg, hvad der videreføres, revideres og udgår."
                return attempt.done(told, "carried-over", plan.pk)
            told = f"{plan.title} er begyndt. Læs den igennem, og ret den afsnit for afsnit."
            return attempt.done(told, "plan-text", plan.pk)
    return attempt.page(
        "plans/desk/start_plan.html",
        years=years,
        latest=latest,
        headings=new_headings(latest, year) if latest else [],
        unfinished=unfinished,
        things=things_left_open(unfinished) if unfinished else [],
    )


def _unfinished(form: StartForm, latest: Plan | None) -> Plan | None:
    """The plan that the new one would begin with, where it is not published."""
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        latest = None if given["source"] == "empty" else _previous(given["council"], given["year"])
    return latest if latest is not None and latest.state != PlanState.PUBLISHED else None


def _previous(council: Council, year: int) -> Plan | None:
    return council.plans.filter(year__lt=year).with_places().order_by("-year").first()


def _free_years(councils: list[Council], years: list[int]) -> list[int]:
    """Those for which at least one of the kredsråd has no plan."""
    taken = Plan.objects.filter(council__in=councils, year__in=years)
    counted = Counter(taken.values_list("year", flat=True))
    return [year for year in years if counted[year] < len(councils)]


def _started(request: LoggedInRequest, council: Council, year: int, source: str) -> Plan:
    if source == "empty":
        return workflow.start_plan(council, year, by=request.user)
    previous = _previous(council, year)
    if previous is None:
        raise Refused("Der er ingen tidligere plan at begynde med. Vælg de sædvanlige overskrifter.")
    with transaction.atomic():
        plan = workflow.carry_forward(previous, year, by=request.user)
        duties.carry_duties(plan, by=request.user)
    return plan
