"""A lokalråd's plan is begun, and its chair says who writes it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from councils.models import Council
from councils.register.members import members_of
from plans.document.models import Plan
from plans.local_plans import workflow
from plans.local_plans.forms import FORWARD, BeginForm, WritersForm
from plans.local_plans.permissions import load_led_plan, load_lokalraad
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required_to_write
@page
def start_local_plan(request: LoggedInRequest, pk: int) -> HttpResponse:
    council = load_lokalraad(request.user, pk)
    years = _free_years(council)
    latest = _latest(council, years[0]) if years else None
    form = BeginForm(typed(request), years=years, latest=latest)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            year = form.cleaned_data["year"]
            previous = _latest(council, year) if form.cleaned_data["source"] == FORWARD else None
            plan = workflow.begin_local_plan(council, year, previous=previous, by=request.user)
            told = f"{plan.title} er begyndt. Skriv den afsnit for afsnit."
            return attempt.done(told, "plan", plan.pk)
    return attempt.page(
        "plans/local_plans/start.html", council=council, years=years, latest=latest, standing=_newest(council)
    )


@login_required
@page
def name_writers(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_led_plan(request.user, pk)
    form = WritersForm(typed(request), plan=plan)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.name_writers(plan, form.cleaned_data["writers"], by=request.user)
            return attempt.done("Det er gemt, hvem der skriver planen.", "plan", plan.pk)
    return attempt.page("plans/local_plans/writers.html", plan=plan, people=members_of(plan.council))


def _free_years(council: Council) -> list[int]:
    """This year and the next, without those that have a plan; the next one first where it is late."""
    this_year = timezone.localdate().year
    taken = set(council.plans.values_list("year", flat=True))
    return [year for year in (this_year + 1, this_year) if year not in taken]


def _latest(council: Council, year: int) -> Plan | None:
    return council.plans.filter(year__lt=year).with_places().order_by("-year").first()


def _newest(council: Council) -> Plan | None:
    return council.plans.order_by("-year").first()
