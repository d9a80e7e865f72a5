"""A picture put into a section's text, by a form that needs no JavaScript."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plans.document.permissions import load_managed_plan, load_section
from plans.drafting import workflow
from plans.drafting.picture_forms import SectionPictureForm
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write, retyped
from samarbejde.site.said import SAID, say_at


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def put_picture(request: LoggedInRequest, pk: int, section_pk: int) -> HttpResponse:
    plan = load_managed_plan(request.user, pk)
    section = load_section(plan, section_pk)
    form = SectionPictureForm(typed(request), request.FILES or None, section=section)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            given = form.cleaned_data
            saved = workflow.put_picture(
                section,
                form.made,
                alt=given["alt"],
                caption=given["caption"],
                after=given["after"],
                version=given["version"],
                by=request.user,
            )
            say_at(request, saved.anchor, f"Billedet er sat ind i »{saved}«.")
            return redirect(f"{reverse('plan-text', args=[plan.pk])}#{SAID}")
    if attempt.refusal:
        retyped(form, version=section.version)  # the places that are shown are those of today
    return attempt.page("plans/drafting/put_picture.html", plan=plan, section=section)
