"""Calendars that follow: the same days, moved or cancelled, for those who may know of them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from councils.desk.workflow import cancel_meeting
from councils.meetings import workflow as meeting_steps
from councils.models import Membership
from plans.year_cycle import workflow
from plans.year_cycle.models import CalendarAddress
from samarbejde.events.models import Event
from tests.councils.meetings import stages as meetings
from tests.plans.proposals import stages as proposals

pytestmark = pytest.mark.django_db
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def read(content: bytes) -> dict[str, dict]:
    """The events of a calendar by their UID without the host."""
    found = Calendar.from_ical(content)
    return {str(event["UID"]).split("@")[0]: event for event in found.walk("VEVENT")}


def path(person) -> str:
    made = workflow.make_calendar_address(person, by=person)
    return "/" + made.address.split("/", 3)[3]


def test_a_meeting_is_told_with_time_place_and_way_there(cast, as_user):
    meeting = meetings.planned(cast, held_on=meetings.in_days(30), link="https://video.example/m")
    answer = as_user(cast.sekretariat).get(reverse("meeting-calendar", args=[meeting.pk]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    [event] = read(answer.content).values()
    begins = datetime.combine(meeting.held_on, time(10), COPENHAGEN)
    assert event.decoded("DTSTART") == begins
    assert event.decoded("DTEND") == begins + timedelta(hours=2)
    assert str(event["SUMMARY"]) == "Møde i Kredsrådet i Midt- og Vestjylland"
    assert str(event["LOCATION"]) == "Rådhuset i Viborg, https://video.example/m"
    assert str(event["URL"]).endswith(reverse("meeting", args=[meeting.pk]))
    assert str(event["STATUS"]) == "TENTATIVE"
    assert b"BEGIN:VTIMEZONE" in answer.content


def test_a_meeting_without_a_clock_lasts_its_day(cast, as_user):
    meeting = meetings.planned(cast, starts_at=None, ends_at=None)
    [event] = read(
        as_user(cast.sekretariat).get(reverse("meeting-calendar", args=[meeting.pk])).content
    ).values()
    assert event.decoded("DTSTART") == meeting.held_on
    assert event.decoded("DTEND") == meeting.held_on + timedelta(days=1)


def test_a_moved_and_a_cancelled_meeting_are_the_same_event_told_anew(client, cast):
    meeting = meetings.planned(cast)
    address = path(cast.borgmester("Herning"))
    before = read(client.get(address).content)[f"moede-{meeting.pk}"]
    day = meetings.in_days(60)
    meeting = meeting_steps.change_meeting(
        meeting, meetings.usual(held_on=day), version=1, by=cast.sekretariat
    )
    moved = read(client.get(address).content)[f"moede-{meeting.pk}"]
    assert moved.decoded("DTSTART").date() == day
    assert moved["SEQUENCE"] > before["SEQUENCE"]
    meeting = cancel_meeting(meeting, reason="Sygdom", by=cast.sekretariat)
    off = read(client.get(address).content)[f"moede-{meeting.pk}"]
    assert (str(off["STATUS"]), str(off["DESCRIPTION"])) == ("CANCELLED", "Aflyst: Sygdom")
    assert off["SEQUENCE"] > moved["SEQUENCE"]
    assert off["UID"] == moved["UID"] == before["UID"]


def test_a_deadline_is_a_day_on_which_nobody_is_busy(client, cast):
    round_ = proposals.a_round(cast)
    event = read(client.get(path(cast.formand_herning)).content)[f"frist-{round_.pk}"]
    assert event.decoded("DTSTART") == timezone.localdate(round_.deadline)
    assert str(event["SUMMARY"]) == f"Frist for forslag ({round_.plan.title})"
    assert str(event["TRANSP"]) == "TRANSPARENT"


def test_a_calendar_tells_what_its_owner_may_know_and_no_more(client, cast):
    own, other = meetings.hernings(cast), meetings.planned(cast)
    assert set(read(client.get(path(cast.medlem_herning)).content)) == {f"moede-{own.pk}"}
    assert set(read(client.get(path(cast.sekretariat)).content)) == {f"moede-{other.pk}"}


def test_a_calendar_is_empty_for_nobody_else(client, cast):
    assert read(client.get(path(cast.formand_viborg)).content) == {}
    assert Calendar.from_ical(client.get(path(cast.formand_viborg)).content)["X-WR-CALNAME"] == "Samarbejde"


def test_a_new_address_closes_the_old_one(client, cast, as_user):
    old = path(cast.formand_herning)
    assert as_user(cast.formand_herning).post(reverse("make-calendar-address")).status_code == 302
    made = CalendarAddress.objects.get(user=cast.formand_herning)
    assert made.address in as_user(cast.formand_herning).get(reverse("own-year"), follow=True).text
    assert client.get(old).status_code == 404
    assert client.get("/" + made.address.split("/", 3)[3]).status_code == 200
    assert made.token not in Event.objects.latest("pk").text


def test_a_closed_address_opens_no_more(client, cast, as_user):
    old = path(cast.formand_herning)
    assert as_user(cast.formand_herning).post(reverse("close-calendar-address")).status_code == 302
    assert client.get(old).status_code == 404
    assert Event.objects.latest("pk").verb == "calendar.closed"
    assert as_user(cast.formand_herning).post(reverse("close-calendar-address")).status_code == 302
    assert Event.objects.filter(verb="calendar.closed").count() == 1


def test_when_its_owner_has_left_an_address_opens_no_more(client, cast):
    address = path(cast.formand_herning)
    held = Membership.objects.filter(user=cast.formand_herning)
    held.update(period=(date(2020, 1, 1), timezone.localdate()))
    assert client.get(address).status_code == 404


def test_when_its_owner_is_closed_out_an_address_opens_no_more(client, cast):
    address = path(cast.formand_herning)
    cast.formand_herning.is_active = False
    cast.formand_herning.save()
    assert client.get(address).status_code == 404


def test_the_database_alone_tells_nobody_an_address(cast, settings):
    made = workflow.make_calendar_address(cast.formand_herning, by=cast.formand_herning)
    token = made.token
    assert token not in repr(CalendarAddress.objects.values().get())
    settings.SECRET_KEY = "another"
    assert CalendarAddress.objects.get().token != token


@pytest.mark.parametrize("token", ["x", "A" * 43, "-" * 200])
def test_a_guess_opens_nothing(client, cast, token):
    path(cast.formand_herning)
    assert client.get(f"/kalender/{token}.ics").status_code == 404
