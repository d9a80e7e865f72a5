"""Meetings as calendars keep them (RFC 5545), which follow when one is moved or cancelled."""

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event

from councils.meetings.models import Meeting
from councils.meetings.states import MeetingState
from samarbejde.site.addresses import web_address

TYPE = "text/calendar; charset=utf-8"
ASK_AGAIN = timedelta(hours=6)
STATUS = {MeetingState.PLANNED: "TENTATIVE", MeetingState.CANCELLED: "CANCELLED"}


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """A whole `.ics`; a calendar that subscribes to it asks again every few hours."""
    made = Calendar()
    made.add("prodid", "-//Samarbejde//Møder og frister//DA")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", ASK_AGAIN)
    for event in events:
        made.add_component(event)
    made.add_missing_timezones()
    return made.to_ical()


def calendar_answer(name: str, events: Iterable[Event], file: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    return HttpResponse(calendar(name, events), content_type=TYPE, headers=headers)


def meeting_event(meeting: Meeting) -> Event:
    """Its agenda is not told: a calendar is shown to more people than those who may read closed points."""
    event = _event(f"moede-{meeting.pk}", f"Møde i {meeting.council}", web_address("meeting", meeting.pk))
    event.add("sequence", meeting.version)
    event.add("status", STATUS.get(MeetingState(meeting.state), "CONFIRMED"))
    if begins := meeting.begins:
        event.add("dtstart", begins)
        if ends := meeting.ends:
            event.add("dtend", ends)
    else:
        _whole_day(event, meeting.held_on)
    if meeting.where:
        event.add("location", meeting.where)
    if meeting.state == MeetingState.CANCELLED:
        event.add("description", f"Aflyst: {meeting.cancelled_reason}")
    return event


def day_event(key: str, day: date, text: str, address: str) -> Event:
    """A whole day, as of a deadline. `key` stays the same when the day moves; `address` is whole."""
    event = _event(key, text, address)
    event.add("transp", "TRANSPARENT")  # nobody is busy for it
    _whole_day(event, day)
    return event


def _event(key: str, text: str, address: str) -> Event:
    event = Event()
    event.add("uid", f"{key}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", timezone.now())
    event.add("summary", text)
    event.add("url", address)
    return event


def _whole_day(event: Event, day: date) -> None:
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
