"""Files that go with a point: whoever calls the meeting attaches them, whoever sees the point reads them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from councils.agendas import workflow
from councils.agendas.permissions import load_attachment, load_item, load_own_attachment
from councils.agendas.workflow.agenda import WRITABLE
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.attachments.forms import AttachmentForm
from samarbejde.attachments.serving import file_answer
from samarbejde.forms.attempts import Attempt, typed

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@page
def item_attachments(request: LoggedInRequest, pk: int, item_pk: int) -> HttpResponse:
    item = load_item(request.user, pk, item_pk)
    form = AttachmentForm(typed(request), request.FILES or None)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            added = workflow.attach_to_item(item, form.received, by=request.user)
            return attempt.done(f"»{added}« er vedlagt.", "item-attachments", pk, item_pk)
    return attempt.page(
        "councils/agendas/item_attachments.html",
        item=item,
        meeting=item.meeting,
        council=item.meeting.council,
        attachments=item.attachments.all(),
        may_write=item.meeting.state in WRITABLE,
    )


@login_required
@require_safe
def item_attachment(request: LoggedInRequest, pk: int, item_pk: int, attachment_pk: int) -> HttpResponse:
    return file_answer(load_attachment(request.user, pk, item_pk, attachment_pk))


@login_required
@page
def remove_attachment(request: LoggedInRequest, pk: int, item_pk: int, attachment_pk: int) -> HttpResponse:
    attachment = load_own_attachment(request.user, pk, item_pk, attachment_pk)
    if request.method != "POST":
        item = attachment.item
        context = {"attachment": attachment, "item": item, "meeting": item.meeting}
        return render(
            request,
            "councils/agendas/remove_attachment.html",
            context | {"council": item.meeting.council},
        )
    with Attempt(request):
        workflow.remove_attachment(attachment, by=request.user)
        messages.success(request, f"»{attachment}« er fjernet.")
    return redirect("item-attachments", pk, item_pk)
