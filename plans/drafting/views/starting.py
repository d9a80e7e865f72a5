from collections import Counter

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from councils.models import Council
from plans.document.models import Plan
from plans.drafting import workflow
from plans.drafting.carrying import new_headings
from plans.drafting.forms import StartForm
from plans.drafting.permissions import startable_councils
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.refusals import refusals_shown
from samarbejde.transitions import Refused

AHEAD = 2  # years: no plan is written earlier than that


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start_plan(request: LoggedInRequest) -> HttpResponse:
    councils = startable_councils(request.user)
    this_year = timezone.localdate().year
    years = _free_years(councils, list(range(this_year, this_year + AHEAD + 1)))
    year = next((year for year in years if year > this_year), this_year)
    form = StartForm(
        request.POST if request.method == "POST" else None,
        councils=councils,
        years=years,
        initial={"year": year},
    )
    if request.method == "POST" and form.is_valid():
        with refusals_shown(request):
            plan = _started(request, **form.cleaned_data)
            messages.success(
                request, f"{plan.title} er begyndt. Læs den igennem, og ret den afsnit for afsnit."
            )
            return redirect("plan-text", plan.pk)
    latest = Plan.objects.filter(council__in=councils, year__lt=year).order_by("-year").first()
    context = {
        "form": form,
        "years": years,
        "latest": latest,
        "headings": new_headings(latest, year) if latest else [],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/drafting/start_plan.html", context, status=status)


def _free_years(councils: list[Council], years: list[int]) -> list[int]:
    """Those for which at least one of the kredsråd has no plan."""
    taken = Plan.objects.filter(council__in=councils, year__in=years)
    counted = Counter(taken.values_list("year", flat=True))
    return [year for year in years if counted[year] < len(councils)]


def _started(request: LoggedInRequest, council: Council, year: int, source: str) -> Plan:
    if source == "empty":
        return workflow.start_plan(council, year, by=request.user)
    previous = council.plans.filter(year__lt=year).order_by("-year").first()
    if previous is None:
        raise Refused("Der er ingen tidligere plan at begynde med. Vælg de sædvanlige overskrifter.")
    return workflow.carry_forward(previous, year, by=request.user)
