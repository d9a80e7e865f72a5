"""Files that go with a proposal: added by its lokalråd, read by the secretariat when they are handed in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from plans.proposals import workflow
from plans.proposals.permissions import (
    load_attachment,
    load_handed_in_attachment,
    load_own_proposal,
)
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.attachments.forms import AttachmentForm
from samarbejde.attachments.serving import file_answer
from samarbejde.forms.attempts import Attempt, typed

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@page
def proposal_attachments(request: LoggedInRequest, pk: int) -> HttpResponse:
    proposal = load_own_proposal(request.user, pk)
    form = AttachmentForm(typed(request), request.FILES or None)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            added = workflow.attach_to_proposal(proposal, form.received, by=request.user)
            return attempt.done(f"»{added}« er vedlagt forslaget.", "proposal-attachments", pk)
    return attempt.page(
        "plans/proposals/attachments.html",
        proposal=proposal,
        plan=proposal.round.plan,
        attachments=proposal.attachments.all(),
        may_write=proposal.may_be_written or proposal.may_be_corrected,
    )


@login_required
@require_safe
def proposal_attachment(request: LoggedInRequest, pk: int, attachment_pk: int) -> HttpResponse:
    return file_answer(load_attachment(request.user, pk, attachment_pk))


@login_required
@require_safe
def handed_in_attachment(request: LoggedInRequest, pk: int, attachment_pk: int) -> HttpResponse:
    return file_answer(load_handed_in_attachment(request.user, pk, attachment_pk))


@login_required
@page
def remove_attachment(request: LoggedInRequest, pk: int, attachment_pk: int) -> HttpResponse:
    attachment = load_attachment(request.user, pk, attachment_pk)
    if request.method != "POST":
        proposal = attachment.proposal
        context = {"attachment": attachment, "proposal": proposal, "plan": proposal.round.plan}
        return render(request, "plans/proposals/remove_attachment.html", context)
    with Attempt(request):
        workflow.remove_attachment(attachment)
        messages.success(request, f"»{attachment}« er fjernet fra forslaget.")
    return redirect("proposal-attachments", pk)
