"""Meetings in each state, and the filled-in forms of their steps."""

from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone

from councils.agendas import workflow as agendas
from councils.attendance import workflow as attendance
from councils.desk.workflow import cancel_meeting
from councils.meetings import workflow
from councils.meetings.forms import MeetingForm
from councils.models import AgendaItem, Council, Meeting
from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message
from tests.cast import Cast
from tests.kept import kept

REASON = "For mange er forhindret."


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def usual(**changes: Any) -> dict[str, Any]:
    """A meeting in good time."""
    told: dict[str, Any] = dict.fromkeys(MeetingForm.ANSWERS)
    told |= {"held_on": in_days(40), "starts_at": time(10), "ends_at": time(12)}
    return told | {"place": "Rådhuset i Viborg", "link": "", "is_public": False} | changes


@kept
def planned(cast: Cast, council: Council | None = None, by: User | None = None, **changes: Any) -> Meeting:
    """Of the kredsråd, or of another council with its own chair."""
    return workflow.plan_meeting(council or cast.kredsraad(), usual(**changes), by=by or cast.sekretariat)


@kept
def hernings(cast: Cast, **changes: Any) -> Meeting:
    return planned(cast, cast.lokalraad("Herning"), cast.formand_herning, **changes)


def typed(day: date | None = None, **changes: Any) -> dict[str, Any]:
    """The form of a meeting, as it is filled in."""
    told = {"held_on": f"{day or in_days(50):%d-%m-%Y}", "starts_at": "9.30", "ends_at": "11"}
    return told | {"place": "Politigården i Holstebro", "link": "", "notice_by": "", "version": "1"} | changes


@kept
def cancelled(cast: Cast) -> Meeting:
    return cancel_meeting(planned(cast), reason=REASON, by=cast.sekretariat)


@kept
def item(cast: Cast, meeting: Meeting, by: User | None = None, **changes: Any) -> AgendaItem:
    told = {"title": "Tryghed i nattelivet", "text": "", "presenter": "", "is_closed": False}
    return agendas.add_item(meeting, told | changes, by=by or cast.sekretariat)


def typed_item(**changes: Any) -> dict[str, Any]:
    told = {"title": "Tryghed i nattelivet", "text": "Politiet fortæller.", "presenter": "Politidirektøren"}
    return told | {"version": "1"} | changes


@kept
def called(cast: Cast, **changes: Any) -> Meeting:
    """The kredsråd's, with one point."""
    meeting = planned(cast, **changes)
    item(cast, meeting)
    return attendance.call_meeting(meeting, by=cast.sekretariat)


def mail_to(address: str) -> list[Message]:
    return list(Message.objects.filter(address=address).order_by("pk"))


def call_straight(meeting: Meeting) -> None:
    """Called, as far as pages ask."""
    Meeting.objects.filter(pk=meeting.pk).update(state="called", called_at=timezone.now())
