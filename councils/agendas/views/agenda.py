"""The agenda, point by point, and what waits to be put on it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from councils.agendas import workflow
from councils.agendas.forms import ItemForm
from councils.agendas.models import PREPARES, AgendaItem, with_files
from councils.agendas.papers import agenda_pdf
from councils.agendas.permissions import load_item
from councils.agendas.sources import waiting_for
from councils.agendas.workflow.agenda import DOWN, UP, WRITABLE
from councils.meetings.models import Meeting
from councils.meetings.papers import file_name
from councils.meetings.permissions import load_meeting, load_own_meeting, may_see_closed
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.site.said import SAID, say_at
from samarbejde.transitions import UNSEEN, Stale

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@page
def agenda(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_own_meeting(request.user, pk)
    if request.method == "POST":
        return _changed(request, meeting)
    waiting = waiting_for(meeting) if meeting.state in WRITABLE else []
    context = {
        "meeting": meeting,
        "council": meeting.council,
        "items": with_files(meeting.agenda.all()),
        "may_write": meeting.state in WRITABLE,
        "waiting": waiting,
        "to_prepare": [one for one in waiting if one.key.startswith(PREPARES)],
    }
    return render(request, "councils/agendas/agenda.html", context)


def _changed(request: LoggedInRequest, meeting: Meeting) -> HttpResponse:
    """A point is moved, or what waits is put on."""
    step = request.POST.get("step", "")
    if step == "take":
        with Attempt(request):
            added = workflow.take_up(meeting, request.POST.getlist("key"), by=request.user)
            messages.success(request, _told(len(added)))
        return redirect("agenda", meeting.pk)
    if step not in (UP, DOWN):
        raise Http404
    return _moved(request, meeting, step)


def _told(number: int) -> str:
    return "Punktet er på dagsordenen." if number == 1 else f"{number} punkter er på dagsordenen."


def _moved(request: LoggedInRequest, meeting: Meeting, direction: str) -> HttpResponse:
    named = request.POST.get("item", "")
    item = load_item(request.user, meeting.pk, int(named) if named.isdecimal() and len(named) < 10 else 0)
    with Attempt(request):
        moved = workflow.move_item(item, direction, by=request.user)
        say_at(request, item.anchor, f"Punktet er nu nummer {moved.position}.")
        return redirect(f"{reverse('agenda', args=[meeting.pk])}#{SAID}")
    return redirect("agenda", meeting.pk)


@login_required_to_write
@page
def add_item(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_own_meeting(request.user, pk)
    form = ItemForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            item = workflow.add_item(meeting, form.answers, by=request.user)
            return _onward(attempt, "Punktet er på dagsordenen.", item)
    return attempt.page("councils/agendas/edit_item.html", **_context(meeting))


def _onward(attempt: Attempt, told: str, item: AgendaItem) -> HttpResponse:
    """To the agenda, or to where its files are attached."""
    if "attach" in attempt.request.POST:
        return attempt.done(told, "item-attachments", item.meeting_id, item.pk)
    return attempt.done(told, "agenda", item.meeting_id)


@login_required_to_write
@page
def edit_item(request: LoggedInRequest, pk: int, item_pk: int) -> HttpResponse:
    item = load_item(request.user, pk, item_pk)
    form = ItemForm(typed(request), initial=ItemForm.stored(item) | {"version": item.version})
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.edit_item(item, form.answers, version=version, by=request.user)
            return _onward(attempt, "Punktet er rettet.", item)
    conflict = both_texts(attempt, form.stored, thing="punktet")
    return attempt.page(
        "councils/agendas/edit_item.html", item=item, conflict=conflict, **_context(item.meeting)
    )


@login_required
@page
def delete_item(request: LoggedInRequest, pk: int, item_pk: int) -> HttpResponse:
    item = load_item(request.user, pk, item_pk)
    if request.method != "POST":
        return render(request, "councils/agendas/delete_item.html", {"item": item, **_context(item.meeting)})
    with Attempt(request):
        workflow.delete_item(item, by=request.user)
        messages.success(request, "Punktet er taget af dagsordenen.")
    return redirect("agenda", pk)


@login_required
@require_safe
def agenda_paper(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_meeting(request.user, pk)
    with Attempt(request):
        content = agenda_pdf(meeting, closed=may_see_closed(request.user, meeting.council))
        headers = {"Content-Disposition": f'inline; filename="{file_name("dagsorden", meeting)}"'}
        return HttpResponse(content, content_type="application/pdf", headers=headers)
    return redirect("meeting", meeting.pk)


def _context(meeting: Meeting) -> dict[str, object]:
    return {"meeting": meeting, "council": meeting.council, "may_write": meeting.state in WRITABLE}
