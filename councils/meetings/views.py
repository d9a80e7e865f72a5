"""A meeting is planned or changed, or put in a calendar; and the rules that meetings are called by."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from councils.meetings import workflow
from councils.meetings.calendars import calendar_answer, meeting_event
from councils.meetings.forms import MeetingForm, RulesForm
from councils.meetings.models import MeetingRules
from councils.meetings.permissions import load_meeting, load_own_council, load_own_meeting
from councils.register.models import CouncilKind
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale

page = require_http_methods(["GET", "HEAD", "POST"])


@login_required_to_write
@page
def plan_meeting(request: LoggedInRequest, pk: int) -> HttpResponse:
    council = load_own_council(request.user, pk)
    form = MeetingForm(typed(request), rules=MeetingRules.of(council.district))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            meeting = workflow.plan_meeting(council, form.answers, by=request.user)
            return attempt.done("Mødet er planlagt. Skriv dagsordenen, og indkald.", "meeting", meeting.pk)
    return attempt.page("councils/meetings/edit_meeting.html", council=council)


@login_required_to_write
@page
def edit_meeting(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_own_meeting(request.user, pk)
    form = MeetingForm(
        typed(request),
        rules=MeetingRules.of(meeting.council.district),
        meeting=meeting,
        initial=MeetingForm.stored(meeting) | {"version": meeting.version},
    )
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.change_meeting(meeting, form.answers, version=version, by=request.user)
            return attempt.done("Mødet er rettet.", "meeting", meeting.pk)
    conflict = both_texts(attempt, form.stored, thing="mødet")
    context = {"council": meeting.council, "meeting": meeting, "conflict": conflict}
    return attempt.page("councils/meetings/edit_meeting.html", **context)


@login_required_to_write
@page
def meeting_rules(request: LoggedInRequest, pk: int) -> HttpResponse:
    """Of the whole district: they stand at its kredsråd."""
    council = load_own_council(request.user, pk)
    if council.kind != CouncilKind.DISTRICT:
        raise Http404
    rules = MeetingRules.of(council.district)
    form = RulesForm(typed(request), initial=RulesForm.stored(rules) | {"version": rules.version})
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            version = form.cleaned_data["version"] or UNSEEN
            workflow.set_rules(council.district, form.answers, version=version, by=request.user)
            return attempt.done(
                "Reglerne er gemt. De gælder de møder, I planlægger nu.", "council-meetings", pk
            )
    conflict = both_texts(attempt, form.stored, thing="reglerne")
    return attempt.page("councils/meetings/rules.html", council=council, conflict=conflict)


@login_required
@require_safe
def meeting_calendar(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The meeting for the person's own calendar."""
    meeting = load_meeting(request.user, pk)
    return calendar_answer(str(meeting), [meeting_event(meeting)], f"moede-{meeting.held_on}.ics")
