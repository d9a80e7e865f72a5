"""The day of a meeting is set, moved and given up."""

from datetime import date, time

import pytest
import time_machine
from django.urls import reverse

from councils.meetings import workflow
from councils.models import CouncilKind, Meeting, MeetingRules
from samarbejde.danish import date_text
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.councils.meetings import stages

pytestmark = pytest.mark.django_db


def on(meeting, name="meeting"):
    return reverse(name, args=[meeting.pk])


def test_the_secretariat_plans_a_meeting(cast, as_user):
    council = cast.kredsraad()
    seen = as_user(cast.sekretariat).post(reverse("plan-meeting", args=[council.pk]), stages.typed())
    meeting = Meeting.objects.get()
    assert seen.url == on(meeting)
    assert (meeting.council, meeting.state, meeting.held_on) == (council, "planned", stages.in_days(50))
    assert (meeting.starts_at, meeting.ends_at) == (time(9, 30), time(11))
    assert meeting.notice_by == stages.in_days(50 - 14), "fourteen days before, where nothing else is said"
    assert meeting.history.get().history_user == cast.sekretariat
    assert Event.objects.about(council).get().verb == "meeting.planned"


def test_the_districts_own_number_of_days_is_the_notice(cast, as_user):
    council = cast.kredsraad()
    address = reverse("meeting-rules", args=[council.pk])
    typed = {"notice_days": "21", "approval_days": "10", "version": "1"}
    assert as_user(cast.sekretariat).post(address, typed).status_code == 302
    assert MeetingRules.of(cast.district).approval_days == 10
    meeting = stages.hernings(cast)
    assert meeting.notice_by == stages.in_days(40 - 21)
    assert MeetingRules.of(cast.other_district).notice_days == 14


def test_the_rules_stand_at_the_kredsraad_alone(cast, as_user):
    address = reverse("meeting-rules", args=[cast.lokalraad("Herning").pk])
    assert as_user(cast.formand_herning).get(address).status_code == 404


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"held_on": "1-1-2020"}, "Dagen er gået. Vælg en dag fra i dag."),
        ({"held_on": "31-11-2027"}, "Skriv en gyldig dato"),
        ({"held_on": "1-1-2037"}, "Er året skrevet rigtigt?"),
        ({"held_on": ""}, "Feltet skal udfyldes"),
        ({"starts_at": "12", "ends_at": "10.15"}, "Mødet slutter, før det begynder."),
        ({"starts_at": "10", "ends_at": "10"}, "Mødet slutter, før det begynder."),
        ({"starts_at": "klokken ti"}, "Skriv et gyldigt klokkeslæt, som 10.00."),
        ({"notice_by": "1-1-2037"}, "Indkaldelsen skal ud, før mødet holdes."),
        ({"link": "javascript:alert(1)"}, "gyldig"),
        ({"place": "Hos 010190-1232"}, "CPR"),
    ],
)
def test_what_cannot_be_is_sent_back_as_it_was_typed(cast, as_user, changes, words):
    typed = stages.typed(**({"place": "Mødelokale 7"} | changes))
    seen = as_user(cast.sekretariat).post(reverse("plan-meeting", args=[cast.kredsraad().pk]), typed)
    assert seen.status_code == 422
    assert words in seen.text
    assert typed["place"] in seen.text
    assert not Meeting.objects.exists()


@time_machine.travel("2027-01-04 09:00+01:00")
def test_the_hour_that_summer_time_takes_is_not_on_the_clock(cast, as_user):
    typed = stages.typed(date(2027, 3, 28), starts_at="2.30", ends_at="")
    seen = as_user(cast.sekretariat).post(reverse("plan-meeting", args=[cast.kredsraad().pk]), typed)
    assert "Det klokkeslæt findes ikke den dag" in seen.text
    assert seen.status_code == 422


def test_a_council_meets_once_a_day(cast, as_user):
    meeting = stages.planned(cast)
    typed = stages.typed(meeting.held_on, place="Et andet sted")
    seen = as_user(cast.sekretariat).post(reverse("plan-meeting", args=[meeting.council_id]), typed)
    assert seen.status_code == 409
    assert f"har allerede et møde den {date_text(meeting.held_on)}" in seen.text.replace("\xa0", " ")
    assert "Et andet sted" in seen.text
    other = stages.planned(cast, held_on=stages.in_days(41))
    with pytest.raises(Refused, match="har allerede et møde"):
        workflow.change_meeting(other, stages.usual(), version=1, by=cast.sekretariat)
    stages.hernings(cast)  # another council's day is its own


def test_the_day_of_a_cancelled_meeting_is_free(cast):
    stages.cancelled(cast)
    assert stages.planned(cast).state == "planned"


def test_a_meeting_is_moved(cast, as_user):
    meeting = stages.planned(cast)
    client = as_user(cast.sekretariat)
    assert 'value="10.00"' in client.get(on(meeting, "edit-meeting")).text
    before = meeting.when
    assert client.post(on(meeting, "edit-meeting"), stages.typed()).url == on(meeting)
    meeting.refresh_from_db()
    assert (meeting.held_on, meeting.version) == (stages.in_days(50), 2)
    assert (
        Event.objects.get(verb="meeting.changed").text
        == f"Mødet blev flyttet fra {before} til {meeting.when}"
    )


def test_two_who_change_it_at_once_meet_each_others_words(cast, as_user):
    meeting = stages.planned(cast)
    workflow.change_meeting(meeting, stages.usual(place="Rådhuset i Skive"), version=1, by=cast.direktoer)
    seen = as_user(cast.sekretariat).post(on(meeting, "edit-meeting"), stages.typed())
    assert seen.status_code == 409
    assert "har gemt mødet, mens du skrev" in seen.text
    conflict = seen.context["conflict"]
    assert "Rådhuset i <del>Viborg</del> <ins>Skive</ins>" in str([part.html for part in conflict.theirs])
    assert "Politigården i Holstebro" in seen.text
    meeting.refresh_from_db()
    assert meeting.place == "Rådhuset i Skive"
    again = stages.typed(version="2")
    assert as_user(cast.sekretariat).post(on(meeting, "edit-meeting"), again).status_code == 302


def test_a_meeting_is_cancelled_with_a_reason(cast, as_user):
    meeting = stages.planned(cast)
    client = as_user(cast.sekretariat)
    assert client.post(on(meeting, "cancel-meeting"), {"reason": " "}).status_code == 422
    client.post(on(meeting, "cancel-meeting"), {"reason": stages.REASON})
    meeting.refresh_from_db()
    assert (meeting.state, meeting.cancelled_reason) == ("cancelled", stages.REASON)
    page = as_user(cast.borgmester("Skive")).get(on(meeting)).text
    assert "Mødet er aflyst" in page
    assert stages.REASON in page


def test_only_whoever_calls_it_is_shown_the_ways_to_change_it(cast, as_user):
    meeting = stages.planned(cast)
    assert on(meeting, "edit-meeting") in as_user(cast.direktoer).get(on(meeting)).text
    page = as_user(cast.borgmester("Skive")).get(on(meeting)).text
    assert on(meeting, "edit-meeting") not in page
    assert on(meeting, "cancel-meeting") not in page


def test_the_kontaktudvalg_is_called_by_the_kredsraads_secretariat(cast, as_user):
    committee = cast.kredsraad().__class__.objects.get(kind=CouncilKind.CONTACT, district=cast.district)
    seen = as_user(cast.sekretariat).post(reverse("plan-meeting", args=[committee.pk]), stages.typed())
    assert seen.status_code == 302
    assert Meeting.objects.get().council == committee
