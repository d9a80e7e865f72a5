"""Whether citizens see which lokalråd proposed a topic."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plans.document.permissions import load_managed_plan
from plans.drafting import workflow
from plans.drafting.permissions import load_area
from plans.drafting.proposer_forms import NamingForm
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt


@login_required
@require_POST
def name_proposers(request: LoggedInRequest, pk: int, area_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    area = load_area(plan, area_pk)
    form = NamingForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Siden er sendt ufuldstændigt. Prøv igen herfra.")
        return redirect("edit-focus-area", plan.pk, area.pk)
    with Attempt(request):
        workflow.name_proposers(area, **form.cleaned_data, by=request.user)
        if form.cleaned_data["named"]:
            messages.success(request, "Planen nævner nu, hvem der foreslog emnet.")
        else:
            messages.success(request, "Planen nævner ikke længere, hvem der foreslog emnet.")
    return redirect("edit-focus-area", plan.pk, area.pk)
