"""Who has a section to write, and how far it is."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plans.document.numbering import numbered
from plans.document.permissions import load_managed_plan, load_section
from plans.drafting import workflow
from plans.drafting.care_forms import CareForm
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write, retyped


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def care_for_section(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_section(plan, section_pk)
    form = CareForm(typed(request), plan=plan, section=section)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            cared = workflow.care_for(section, by=request.user, **form.cleaned_data)
            return attempt.done(f"»{cared}« er gemt.", "edit-section", plan.pk, section.pk)
    if attempt.refusal:
        section.refresh_from_db()
        retyped(form, seen=section.guidance)
    entry = next(one for one in numbered(plan.sections.all()) if one.section.pk == section.pk)
    back = reverse("edit-section", args=[plan.pk, section.pk])
    return attempt.page(
        "plans/drafting/care_for_section.html", plan=plan, section=section, entry=entry, back=back
    )
