"""Who else has the section open: asked by its page, which says with the same that it is open."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from plans.document.permissions import load_managed_plan, load_section
from plans.drafting.workflow.presence import be_present, leave
from samarbejde.accounts.requests import LoggedInRequest


class WindowForm(forms.Form):
    window = forms.UUIDField()
    gone = forms.BooleanField(required=False)


@login_required
@require_POST
def presence(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    section = load_section(load_managed_plan(request.user, pk), section_pk)
    form = WindowForm(request.POST)
    if not form.is_valid():
        return JsonResponse({}, status=422)
    window = form.cleaned_data["window"]
    if form.cleaned_data["gone"]:
        leave(section, window, by=request.user)
        return JsonResponse({})
    company = be_present(section, window, by=request.user)
    return JsonResponse(
        {"others": company.others, "elsewhere": company.is_elsewhere, "version": section.version}
    )
