"""Whoever calls a council keeps its minutes: who came, point by point, sent, answered, approved."""

from typing import Protocol

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from councils.agendas.permissions import load_item
from councils.meetings.models import Meeting
from councils.meetings.permissions import load_own_meeting
from councils.meetings.states import MeetingState
from councils.minutes import publishing, workflow
from councils.minutes.forms import AnswerForm, AttendanceForm, CorrectionForm, FilesForm, PointForm
from councils.minutes.permissions import load_remark
from samarbejde.accounts.models import User
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import AUTOSAVED, Attempt, typed
from samarbejde.forms.conflict import both_texts
from samarbejde.forms.resending import login_required_to_write
from samarbejde.transitions import UNSEEN, Stale

page = require_http_methods(["GET", "HEAD", "POST"])


class Step(Protocol):
    def __call__(self, meeting: Meeting, /, *, by: User) -> object: ...


@login_required_to_write
@page
def tell_attendance(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_own_meeting(request.user, pk)
    form = AttendanceForm(typed(request), meeting=meeting)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            came = form.guests_who_came
            workflow.tell_attendance(meeting, form.answers, guests=came, by=request.user)
            return attempt.done("Fremmødet er skrevet. Skriv nu referatet.", "minutes", meeting.pk)
    context = _context(meeting) | {"may_tell": workflow.may_be_written(meeting, timezone.localdate())}
    return attempt.page("councils/minutes/tell_attendance.html", **context)


@login_required_to_write
@page
def write_point(request: LoggedInRequest, pk: int, item_pk: int) -> HttpResponse:
    item = load_item(request.user, pk, item_pk)
    form = PointForm(typed(request), initial=PointForm.stored(item) | {"version": item.version})
    with Attempt(request, form, page_tells=Stale) as attempt:
        if form.is_valid():
            saved = workflow.write_point(
                item,
                form.answers,
                version=form.cleaned_data["version"] or UNSEEN,
                reason=AUTOSAVED if attempt.is_autosave else "",
                by=request.user,
            )
            if attempt.is_autosave:
                return attempt.kept(saved)
            return attempt.done(f"Punkt {saved.position} er skrevet.", "minutes", pk)
    conflict = both_texts(attempt, form.stored, thing="punktet")
    context = _context(item.meeting) | {"item": item, "conflict": conflict}
    context["is_written"] = item.meeting.state == MeetingState.HELD
    return attempt.page("councils/minutes/write_point.html", **context)


@login_required
@require_POST
def send_minutes(request: LoggedInRequest, pk: int) -> HttpResponse:
    return _taken(request, pk, workflow.send_minutes, "Referatet er sendt til rådet.")


@login_required
@require_POST
def take_back(request: LoggedInRequest, pk: int) -> HttpResponse:
    return _taken(request, pk, workflow.take_back, "Referatet kan rettes igen. Send det, når det er klar.")


@login_required
@require_POST
def approve(request: LoggedInRequest, pk: int) -> HttpResponse:
    return _taken(request, pk, workflow.approve, "Referatet er godkendt.")


@login_required
@require_POST
def publish_minutes(request: LoggedInRequest, pk: int) -> HttpResponse:
    return _taken(request, pk, publishing.publish_minutes, "De åbne punkter er offentlige.")


@login_required_to_write
@page
def choose_files(request: LoggedInRequest, pk: int) -> HttpResponse:
    meeting = load_own_meeting(request.user, pk)
    form = FilesForm(typed(request), offered=publishing.may_be_public(meeting))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            publishing.choose_files(meeting, form.wanted, by=request.user)
            told = "Valget er gemt. Borgerne får dem, når du gør referatet offentligt."
            return attempt.done(told, "minutes", pk)
    context = _context(meeting) | {"may_choose": meeting.state == MeetingState.APPROVED}
    return attempt.page("councils/minutes/choose_files.html", **context)


def _taken(request: LoggedInRequest, pk: int, step: Step, said: str) -> HttpResponse:
    """A button's step; refused or not, the minutes are shown again."""
    meeting = load_own_meeting(request.user, pk)
    with Attempt(request):
        step(meeting, by=request.user)
        messages.success(request, said)
    return redirect("minutes", pk)


@login_required_to_write
@page
def answer_remark(request: LoggedInRequest, pk: int, remark_pk: int) -> HttpResponse:
    said = load_remark(request.user, pk, remark_pk)
    form = AnswerForm(typed(request), initial={"text": said.answer})
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.answer_remark(said, form.cleaned_data["text"], by=request.user)
            return attempt.done("Svaret er gemt.", "minutes", pk)
    return attempt.page("councils/minutes/answer_remark.html", said=said, **_context(said.item.meeting))


@login_required_to_write
@page
def correct(request: LoggedInRequest, pk: int, item_pk: int) -> HttpResponse:
    item = load_item(request.user, pk, item_pk)
    form = CorrectionForm(typed(request))
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.correct(item, **form.cleaned_data, by=request.user)
            return attempt.done("Rettelsen står ved punktet.", "minutes", pk)
    return attempt.page("councils/minutes/correct.html", item=item, **_context(item.meeting))


def _context(meeting: Meeting) -> dict[str, object]:
    return {"meeting": meeting, "council": meeting.council}
