"""All that a plan's checks find, by where it stands, and of one kind where one is asked for."""

from collections import Counter
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.consistency.checks import CHECKS
from plans.consistency.findings import Finding
from plans.consistency.preparing import findings_of
from plans.document.permissions import load_managed_plan
from samarbejde.accounts.requests import LoggedInRequest

TITLES = {check.code: check.title for check in CHECKS}


@login_required
@require_safe
def plan_consistency(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    found = findings_of(plan)
    kinds = Counter(TITLES[one.code] for one in found)
    kind = request.GET.get("slags", "")
    shown = [one for one in found if kind not in kinds or TITLES[one.code] == kind]
    context = {
        "plan": plan,
        "count": len(found),
        "kinds": sorted(kinds.items()),
        "kind": kind if kind in kinds else "",
        "places": _by_place(shown),
    }
    return render(request, "plans/consistency/plan_consistency.html", context)


def _by_place(found: list[Finding]) -> list[tuple[str, list[Finding]]]:
    """What is of the plan as a whole, or of several sections, comes without a name; each place once."""
    rows = sorted(found, key=lambda one: bool(one.place.title))
    grouped = groupby(rows, key=lambda one: one.place.title)
    return [(title, list(of_place)) for title, of_place in grouped]
