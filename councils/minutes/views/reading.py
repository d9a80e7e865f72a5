"""The minutes as the council reads them, and a member's remark."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from councils.agendas.sources import with_links
from councils.meetings.papers import file_name, printed
from councils.meetings.permissions import may_call, may_read_minutes, may_see_closed
from councils.meetings.states import MeetingState
from councils.minutes import workflow
from councils.minutes.forms import RemarkForm
from councils.minutes.permissions import load_minutes, load_remarkable
from councils.minutes.publishing import may_be_public
from councils.minutes.reading import minutes_of
from councils.register.offices import offices
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write


@login_required
@require_safe
def minutes(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_minutes(request.user, pk)
    sits_here = offices(request.user).sits_in(meeting.council_id)
    shown = minutes_of(meeting, closed=may_see_closed(request.user, meeting.council))
    with_links(request.user, shown.items)
    keeps = may_call(request.user, meeting.council)
    context = {
        "meeting": meeting,
        "council": meeting.council,
        "minutes": shown,
        "keeps": keeps,
        "published": meeting.published.order_by("-number").first(),
        "has_files": keeps and meeting.state == MeetingState.APPROVED and bool(may_be_public(meeting)),
        "may_remark": sits_here and meeting.state == MeetingState.MINUTES_SENT,
        "sees_remarks": sits_here or may_call(request.user, meeting.council),
    }
    return render(request, "councils/minutes/minutes.html", context)


@login_required
@require_safe
def minutes_paper(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_minutes(request.user, pk)
    shown = minutes_of(meeting, closed=may_see_closed(request.user, meeting.council))
    with Attempt(request):
        content = printed("councils/minutes/paper.html", {"minutes": shown, "meeting": meeting})
        headers = {"Content-Disposition": f'inline; filename="{file_name("referat", meeting)}"'}
        return HttpResponse(content, content_type="application/pdf", headers=headers)
    return redirect("minutes", pk)


@login_required_to_write
@require_http_methods(["GET", "HEAD", "POST"])
def remark(request: LoggedInRequest, pk: int, item_pk: int) -> HttpResponse:
    item = load_remarkable(request.user, pk, item_pk, is_typed=request.method == "POST")
    form = RemarkForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.remark(item, form.cleaned_data["text"], by=request.user)
            return attempt.done("Bemærkningen er sendt. Du får svar på mail.", "minutes", pk)
    context = {
        "meeting": item.meeting,
        "council": item.meeting.council,
        "item": item,
        "reads_minutes": may_read_minutes(request.user, item.meeting),
    }
    return attempt.page("councils/minutes/remark.html", **context)
