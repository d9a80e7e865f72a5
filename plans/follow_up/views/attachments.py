"""Files that go with an answer: added to its draft by the body, read by others when they are handed in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from plans.follow_up import workflow
from plans.follow_up.permissions import load_attachment, load_own_laid, load_submitted_attachment
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.attachments.forms import AttachmentForm
from samarbejde.attachments.serving import file_answer
from samarbejde.forms.attempts import Attempt, typed

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@page
def answer_attachments(request: LoggedInRequest, pk: int, council_pk: int) -> HttpResponse:
    access = load_own_laid(request.user, pk, council_pk)
    duty, answer = access.laid.duty, access.laid.answer
    form = AttachmentForm(typed(request), request.FILES or None)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            added = workflow.attach_to_answer(duty, access.council, form.received, by=request.user)
            return attempt.done(f"»{added}« er vedlagt kladden.", "answer-attachments", pk, council_pk)
    return attempt.page(
        "plans/follow_up/answer_attachments.html",
        laid=access.laid,
        plan=duty.plan,
        attachments=answer.attachments.all() if answer else [],
        may_write=True,
    )


@login_required
@require_safe
def answer_attachment(request: LoggedInRequest, pk: int, council_pk: int, attachment_pk: int) -> HttpResponse:
    return file_answer(load_attachment(request.user, pk, council_pk, attachment_pk))


@login_required
@require_safe
def submitted_attachment(
    request: LoggedInRequest, pk: int, council_pk: int, attachment_pk: int
) -> HttpResponse:
    return file_answer(load_submitted_attachment(request.user, pk, council_pk, attachment_pk))


@login_required
@page
def remove_attachment(request: LoggedInRequest, pk: int, council_pk: int, attachment_pk: int) -> HttpResponse:
    attachment = load_attachment(request.user, pk, council_pk, attachment_pk)
    if request.method != "POST":
        answer = attachment.answer
        context = {"attachment": attachment, "laid": answer, "plan": answer.duty.plan}
        return render(request, "plans/follow_up/remove_attachment.html", context)
    with Attempt(request):
        workflow.remove_attachment(attachment)
        messages.success(request, f"»{attachment}« er fjernet fra kladden.")
    return redirect("answer-attachments", pk, council_pk)
