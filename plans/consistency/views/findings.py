"""All that a plan's checks find, by where it stands; filtered where that is asked for; and what may stand."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans.consistency import workflow
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.checking import sorted_out
from plans.consistency.checks import CHECKS
from plans.consistency.forms import FilterForm, WaiveForm
from plans.consistency.mending import Row, rows
from plans.consistency.permissions import load_waiver, may_keep_words
from plans.consistency.preparing import checked, findings_in_section
from plans.consistency.spelling import dictionary
from plans.consistency.suggesting import suggestions
from plans.document.models import Plan
from plans.document.permissions import load_managed_plan, load_section
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write

TITLES = {check.code: check.title for check in CHECKS}


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def plan_consistency(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    form = WaiveForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            given = form.cleaned_data
            workflow.waive(plan, given["finding"], given["reason"], by=request.user)
            messages.success(
                request, "Det må stå. Begrundelsen kan ses herunder, og den følger med til næste år."
            )
            return redirect(request.get_full_path())  # with the filters
    return attempt.page("plans/consistency/plan_consistency.html", plan=plan, **_shown(request, plan, form))


@login_required
@require_POST
def take_back_waiver(request: LoggedInRequest, pk: int, waiver_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    waiver = load_waiver(plan, waiver_pk)
    with Attempt(request):
        workflow.take_back(plan, waiver, by=request.user)
        messages.success(request, f"Det må ikke stå mere: {waiver}")
    return redirect("plan-consistency", plan.pk)


@login_required
@require_safe
def section_findings(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    """The list beside a section that has just saved itself."""
    plan = load_managed_plan(request.user, pk)
    section = load_section(plan, section_pk)
    found = findings_in_section(plan, section) if plan.is_open else []
    return JsonResponse({"findings": [one.message for one in found]})


def _shown(request: LoggedInRequest, plan: Plan, form: WaiveForm) -> dict[str, object]:
    read = checked(plan)
    found = sorted_out(read)
    filters = FilterForm(request.GET.dict(), found.standing)
    filters.is_valid()
    kinds = Counter(TITLES[one.code] for one in found.standing if filters.lets_through(one))
    kind = request.GET.get("slags", "")
    kind = kind if kind in kinds else ""
    shown = [one for one in found.standing if filters.lets_through(one) and kind in ("", TITLES[one.code])]
    unknown = [one.unknown_word for one in shown if one.unknown_word and plan.is_open]
    others = suggestions(unknown, read, asked=request.GET.get("ord", ""))
    narrowed = {name: value for name, value in filters.cleaned_data.items() if value}
    return {
        "has_dictionary": bool(dictionary()),
        "keeps_words": may_keep_words(request.user, plan),
        "count": len(found.standing),
        "waived": found.waived,
        "filters": filters,
        "is_filtered": bool(narrowed or kind),
        "kinds": [
            (name, number, urlencode(narrowed | {"slags": name})) for name, number in sorted(kinds.items())
        ],
        "kind": kind,
        "address": urlencode(narrowed | ({"slags": kind} if kind else {})),
        "places": _by_place(rows(shown, plan.sections.all(), others), read),
        "refused": form["finding"].value() if form.is_bound else None,
        "is_gone": form.is_bound and form["finding"].value() not in {one.key for one in shown},
    }


def _by_place(found: Iterable[Row], plan: CheckedPlan) -> list[tuple[str, list[Row]]]:
    """What is of the plan as a whole, or of several sections, first; then each place in reading order."""
    by_title: dict[str, list[Row]] = {"": []}
    by_title |= {text.place.title: [] for text in plan.texts}
    for row in found:
        places = row.finding.places
        title = places[0].title if len(places) == 1 else row.finding.place.title
        by_title.setdefault(title, []).append(row)
    return [(title, rows) for title, rows in by_title.items() if rows]
