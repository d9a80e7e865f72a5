"""Notice, changes, apologies, deputies, guests and the day before."""

import subprocess
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from councils.attendance import workflow as attendance
from councils.desk.workflow import cancel_meeting
from councils.meetings import workflow
from councils.models import Meeting
from plans.publication.pdf.checking import findings
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.councils.meetings import stages

pytestmark = pytest.mark.django_db

GUEST = {"name": "Brandchefen", "title": "Beredskabschef", "email": "brandchef@example.org"}


def at(name, meeting, *more):
    return reverse(name, args=[meeting.pk, *more])


def body(address, number=-1) -> str:
    return stages.mail_to(address)[number].body


def text_of(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture
def people(cast):
    return [
        cast.direktoer,
        cast.borgmester("Skive"),
        cast.borgmester("Viborg"),
        cast.stedfortraeder("Viborg"),
    ]


def test_everybody_is_called_with_the_agenda(cast, as_user, people):
    meeting = stages.planned(cast)
    stages.item(cast, meeting)
    stages.item(cast, meeting, title="Personsag", is_closed=True)
    attendance.invite_guest(meeting, **GUEST, by=cast.sekretariat)
    client = as_user(cast.sekretariat)
    page = client.get(at("call-meeting", meeting)).text
    assert "4 fra rådet og 1 udefra" in page
    client.post(at("call-meeting", meeting))
    meeting.refresh_from_db()
    assert (meeting.state, meeting.called_by, meeting.late_notice_reason) == ("called", cast.sekretariat, "")
    assert {message.to for message in Message.objects.exclude(to=None)} == set(people)
    told = body("borgmester.skive@example.org")
    assert meeting.when in told
    assert "2. »Personsag«" in told
    assert at("agenda-pdf", meeting) in told
    outside = body(GUEST["email"])
    assert "1. »Tryghed i nattelivet«" in outside
    assert "Personsag" not in outside
    assert "/arbejdsbord/moeder/" not in outside


@pytest.mark.parametrize(
    ("changes", "has_point", "words"),
    [
        ({"place": ""}, True, "hvor mødet holdes"),
        ({"starts_at": None, "ends_at": None}, True, "hvornår det begynder"),
        ({}, False, "Dagsordenen er tom"),
    ],
)
def test_nobody_is_called_to_a_meeting_that_is_not_ready(cast, as_user, changes, has_point, words):
    meeting = stages.planned(cast, **changes)
    if has_point:
        stages.item(cast, meeting)
    seen = as_user(cast.sekretariat).post(at("call-meeting", meeting))
    assert seen.status_code == 409
    assert words in seen.text
    assert not Message.objects.exists()


def test_late_notice_is_told_and_has_a_reason(cast, as_user):
    meeting = stages.planned(cast, held_on=stages.in_days(3))
    stages.item(cast, meeting)
    with pytest.raises(Refused, match="Fristen for at indkalde var"):
        attendance.call_meeting(meeting, by=cast.sekretariat)
    client = as_user(cast.sekretariat)
    assert "Fristen er gået" in client.get(at("call-meeting", meeting)).text
    assert client.post(at("call-meeting", meeting), {"late_reason": ""}).status_code == 422
    client.post(at("call-meeting", meeting), {"late_reason": "Sagen haster."})
    meeting.refresh_from_db()
    assert (meeting.state, meeting.late_notice_reason) == ("called", "Sagen haster.")
    assert "Sagen haster." in as_user(cast.borgmester("Skive")).get(at("meeting", meeting)).text


def test_a_change_and_a_cancellation_reach_whoever_was_called(cast, people):
    meeting = stages.called(cast)
    Message.objects.all().delete()
    before = meeting.when
    meeting = workflow.change_meeting(
        meeting, stages.usual(held_on=stages.in_days(45)), version=meeting.version, by=cast.sekretariat
    )
    assert f"flyttet fra {before} til {meeting.when}" in body("borgmester.skive@example.org")
    with pytest.raises(Refused, match="Skriv et sted eller et link"):
        workflow.change_meeting(meeting, stages.usual(place=""), version=meeting.version, by=cast.sekretariat)
    cancel_meeting(meeting, reason=stages.REASON, by=cast.sekretariat)
    assert stages.REASON in body("stedfortraeder.viborg@example.org")


def test_whoever_called_is_told_what_another_does(cast, people):
    meeting = stages.called(cast)
    Message.objects.all().delete()
    moved = stages.usual(held_on=stages.in_days(45))
    meeting = workflow.change_meeting(meeting, moved, version=meeting.version, by=cast.direktoer)
    meeting = attendance.send_agenda(meeting, by=cast.direktoer)
    cancel_meeting(meeting, reason=stages.REASON, by=cast.direktoer)
    [change, agenda, cancellation] = stages.mail_to("sekretariat@example.org")
    assert "flyttet fra" in change.body
    assert agenda.subject.startswith("Ny dagsorden")
    assert stages.REASON in cancellation.body
    assert not stages.mail_to("direktoer@example.org"), "who does it knows"


def test_only_whoever_has_a_seat_is_shown_where_to_apologise(cast, people):
    meeting = stages.planned(cast)
    stages.item(cast, meeting)
    attendance.call_meeting(meeting, by=cast.direktoer)
    assert at("apologise", meeting) in body("borgmester.viborg@example.org")
    assert "Svar her, om du kommer:\n" in body("borgmester.viborg@example.org")
    for handle in ("stedfortraeder.viborg", "sekretariat"):
        told = body(f"{handle}@example.org")
        assert "Svar her" not in told
        assert at("meeting", meeting) in told


def test_a_meeting_that_nobody_is_called_to_is_moved_in_silence(cast, people):
    meeting = stages.planned(cast)
    workflow.change_meeting(meeting, stages.usual(place="Skive"), version=1, by=cast.sekretariat)
    cancel_meeting(meeting, reason=stages.REASON, by=cast.sekretariat)
    assert not Message.objects.exists()


def test_two_guests_of_one_address_are_called_once_each(cast):
    meeting = stages.called(cast)
    for name in ("Brandchefen", "Beredskabsinspektøren"):
        attendance.invite_guest(meeting, **GUEST | {"name": name}, by=cast.sekretariat)
    assert len(stages.mail_to(GUEST["email"])) == 2


def test_a_guest_who_is_asked_later_is_called_at_once(cast, as_user):
    meeting = stages.called(cast)
    client = as_user(cast.sekretariat)
    client.post(at("guests", meeting), GUEST)
    assert "Du er inviteret som gæst" in body(GUEST["email"])
    twice = client.post(at("guests", meeting), GUEST)
    assert (twice.status_code, "er på listen i forvejen" in twice.text) == (409, True)
    guest = meeting.guests.get()
    assert {name: getattr(guest, name) for name in GUEST} == GUEST
    client.post(at("remove-guest", meeting, guest.pk))
    assert not meeting.guests.exists()
    assert "Du behøver ikke at komme" in body(GUEST["email"])


def test_the_agenda_is_sent_again(cast, as_user, people):
    meeting = stages.called(cast)
    stages.item(cast, meeting, title="Kom til senere")
    as_user(cast.sekretariat).post(at("send-agenda", meeting))
    letter = stages.mail_to("borgmester.skive@example.org")[-1]
    assert letter.subject.startswith("Ny dagsorden")
    assert "2. »Kom til senere«" in letter.body


def test_the_day_before_those_who_come_are_reminded_once(cast, people):
    meeting = stages.called(cast)
    seat = meeting.council.memberships.get(user=cast.borgmester("Viborg"))
    attendance.apologise(meeting, seat, by=seat.user)
    Message.objects.all().delete()
    assert attendance.remind_of_tomorrow() == 0
    assert meeting.begins
    with time_machine.travel(meeting.begins - timedelta(days=1)):
        assert attendance.remind_of_tomorrow() == 1
        assert attendance.remind_of_tomorrow() == 0
    told = {message.to for message in Message.objects.all()}
    coming = {cast.direktoer, cast.borgmester("Skive"), cast.stedfortraeder("Viborg")}
    assert told == {*coming, cast.sekretariat}, "whoever called is reminded too"


def test_a_meeting_that_is_moved_is_reminded_of_again(cast, people):
    meeting = stages.called(cast)
    Meeting.objects.filter(pk=meeting.pk).update(reminded_at=timezone.now())
    meeting = workflow.change_meeting(
        meeting, stages.usual(held_on=stages.in_days(45)), version=meeting.version, by=cast.sekretariat
    )
    assert meeting.reminded_at is None


def test_the_agenda_on_paper_keeps_every_rule(cast, as_user):
    meeting = stages.hernings(cast)
    by = cast.formand_herning
    stages.item(cast, meeting, by=by, text="Politiet fortæller.\n\nKommunen svarer.")
    stages.item(cast, meeting, by=by, title="Personsag", is_closed=True)
    attendance.invite_guest(meeting, **GUEST, by=by)
    attendance.call_meeting(meeting, by=by)
    inside = as_user(cast.medlem_herning).get(at("agenda-pdf", meeting)).content
    outside = as_user(cast.sekretariat).get(at("agenda-pdf", meeting)).content
    assert findings(inside) == []
    assert "Personsag" in text_of(inside)
    assert "Personsag" not in text_of(outside)
    assert "Tryghed i nattelivet" in text_of(outside)
