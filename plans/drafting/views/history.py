"""Any two of a section's versions beside each other; each beside the one before is its history."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.document.permissions import load_managed_plan, load_section
from plans.drafting.forms import TwoVersionsForm
from plans.drafting.versions import between, history_of
from samarbejde.accounts.requests import LoggedInRequest


@login_required
@require_safe
def compare_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_section(plan, section_pk)
    records = list(history_of(section))
    form = TwoVersionsForm(request.GET, records=records)
    context: dict[str, object] = {"plan": plan, "section": section, "form": form}
    if form.is_valid():
        older, newer = form.chosen
        context |= {"older": older, "newer": newer, "version": between(older, newer)}
    return render(request, "plans/drafting/compare_section.html", context)
