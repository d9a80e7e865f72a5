"""The council is called; guests are asked; members say whether they come."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from councils.attendance import workflow
from councils.attendance.forms.attending import ApologyForm, CallForm, GuestForm
from councils.attendance.models import Acceptance, Apology
from councils.attendance.permissions import load_guest, load_seat
from councils.attendance.seats import deputies_of
from councils.attendance.workflow.calling import is_late
from councils.meetings.mailing import called_people, guests_with_mail
from councils.meetings.permissions import load_own_meeting
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import login_required_to_write

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required_to_write
@page
def call_meeting(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_own_meeting(request.user, pk)
    form = CallForm(typed(request), late=is_late(meeting))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.call_meeting(meeting, late_reason=form.late_reason_given, by=request.user)
            return attempt.done("Indkaldelsen er sendt.", "meeting", meeting.pk)
    context = {
        "meeting": meeting,
        "council": meeting.council,
        "people": called_people(meeting, but=request.user),
        "guests": guests_with_mail(meeting),
        "items": meeting.agenda.all(),
        "late": is_late(meeting),
    }
    return attempt.page("councils/attendance/call_meeting.html", **context)


@login_required
@require_POST
def send_agenda(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_own_meeting(request.user, pk)
    with Attempt(request):
        workflow.send_agenda(meeting, by=request.user)
        messages.success(request, "Dagsordenen er sendt igen, som den står nu.")
    return redirect("meeting", meeting.pk)


@login_required_to_write
@page
def guests(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_own_meeting(request.user, pk)
    form = GuestForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            guest = workflow.invite_guest(meeting, **form.cleaned_data, by=request.user)
            return attempt.done(f"{guest.name} er på listen.", "guests", meeting.pk)
    context: dict[str, object] = {"meeting": meeting, "council": meeting.council}
    return attempt.page("councils/attendance/guests.html", **context, guests=meeting.guests.all())


@login_required
@require_POST
def remove_guest(request: LoggedInRequest, pk: int, guest_pk: int) -> HttpResponse:
    guest = load_guest(request.user, pk, guest_pk)
    with Attempt(request):
        workflow.remove_guest(guest, by=request.user)
        messages.success(request, f"{guest.name} er fjernet fra listen.")
    return redirect("guests", pk)


@login_required_to_write
@page
def apologise(request: LoggedInRequest, pk: int) -> HttpResponse:
    """A member's own answer."""
    meeting, seat = load_seat(request.user, pk)
    stands = Apology.objects.filter(meeting=meeting, membership=seat).first()
    form = ApologyForm(
        typed(request),
        deputies=deputies_of(seat, meeting.held_on),
        stands=stands,
        comes=Acceptance.objects.filter(meeting=meeting, membership=seat).exists(),
    )
    with Attempt(request, form) as attempt:
        if form.is_valid():
            if form.is_coming:
                workflow.accept(meeting, seat, by=request.user)
                return attempt.done("Godt, du kommer.", "meeting", meeting.pk)
            deputy, stand_in = form.deputy, form.somebody_else
            workflow.apologise(meeting, seat, deputy=deputy, stand_in=stand_in, by=request.user)
            return attempt.done("Dit afbud er meldt.", "meeting", meeting.pk)
    return attempt.page("councils/attendance/apologise.html", meeting=meeting, council=meeting.council)
