"""What is read: the councils whose meetings somebody follows, a council's meetings, and one meeting."""

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from councils.agendas.models import AgendaRequest, with_files
from councils.agendas.permissions import visible_items
from councils.agendas.preparation import with_preparation
from councils.agendas.sources import with_links
from councils.agendas.states import RequestState
from councils.agendas.workflow.agenda import WRITABLE
from councils.desk import lists
from councils.desk.lists import councils_of, meetings_of
from councils.desk.progress import steps
from councils.desk.waiting import tasks_for
from councils.meetings.permissions import load_council, load_meeting, may_call, may_read_minutes, seat_of
from councils.register.models import Council, CouncilKind
from councils.register.offices import offices
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.events.models import Event
from samarbejde.site.sheets import sheet_answer

NEWEST_EVENTS = 8


@login_required
@require_safe
def meetings(request: LoggedInRequest) -> HttpResponse:
    """The councils, each with its next meeting."""
    tasks = list(tasks_for(request.user))
    context = {"councils": councils_of(request.user), "tasks": tasks, "first": next(iter(tasks), None)}
    return render(request, "councils/desk/meetings.html", context)


@login_required
@require_safe
def meetings_sheet(request: LoggedInRequest, ending: str) -> HttpResponse:
    return sheet_answer(lists.councils_sheet(councils_of(request.user)), ending)


@login_required
@require_safe
def council_meetings(request: LoggedInRequest, pk: int) -> HttpResponse:
    council = load_council(request.user, pk)
    calls = may_call(request.user, council)
    context = {
        "council": council,
        **meetings_of(request.user, council),
        "calls": calls,
        "sits_here": offices(request.user).sits_in(council.pk),
        "requests": _requests(request.user, council, calls=calls),
        "keeps_rules": calls and council.kind == CouncilKind.DISTRICT,
    }
    return render(request, "councils/desk/council_meetings.html", context)


@login_required
@require_safe
def council_meetings_sheet(request: LoggedInRequest, pk: int, ending: str) -> HttpResponse:
    council = load_council(request.user, pk)
    return sheet_answer(lists.meetings_sheet(council, meetings_of(request.user, council)), ending)


def _requests(person: User, council: Council, *, calls: bool) -> QuerySet[AgendaRequest]:
    """Whoever calls the council sees all that wait; a member what they asked for themselves."""
    asked = council.agenda_requests.select_related("asked_by", "item")
    return asked.filter(state=RequestState.WAITING) if calls else asked.filter(asked_by=person)[:5]


@login_required
@require_safe
def meeting(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_meeting(request.user, pk)
    events = Event.objects.about(meeting)
    calls = may_call(request.user, meeting.council)
    apologies = list(meeting.apologies.select_related("membership__user"))
    acceptances = list(meeting.acceptances.select_related("membership__user")) if meeting.is_coming else []
    answered = {one.membership_id for one in acceptances} | {one.membership_id for one in apologies}
    seat = seat_of(request.user, meeting) if meeting.is_coming else None
    items = with_files(visible_items(request.user, meeting))
    context = {
        "meeting": meeting,
        "council": meeting.council,
        "steps": steps(meeting),
        "items": with_links(request.user, with_preparation(meeting, items)),
        "guests": meeting.guests.all(),
        "apologies": apologies,
        "seat": seat,
        "acceptances": acceptances,
        "answered": seat is not None and seat.pk in answered,
        "may_write": meeting.state in WRITABLE,
        "calls": calls,
        "is_today_or_past": meeting.held_on <= timezone.localdate(),
        "reads_minutes": may_read_minutes(request.user, meeting),
        "events": (events if calls else events.shared()).exclude(verb="meeting.accepted")[:NEWEST_EVENTS],
    }
    return render(request, "councils/desk/meeting.html", context)
