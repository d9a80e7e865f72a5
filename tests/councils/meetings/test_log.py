"""What a meeting's log tells of it."""

import pytest

from councils.attendance import workflow as attendance
from councils.desk.workflow import cancel_meeting
from councils.meetings import workflow
from councils.models import MeetingRules
from tests.councils.meetings import stages
from tests.councils.meetings.stages import in_days
from tests.logged import logged

pytestmark = pytest.mark.django_db


def test_each_step_of_a_meeting_is_told(cast):
    meeting, by = stages.called(cast), cast.sekretariat
    before = meeting.when
    attendance.send_agenda(meeting, by=by)
    place = stages.usual(place="Politigården", notice_by=meeting.notice_by)
    meeting = workflow.change_meeting(meeting, place, version=meeting.version, by=by)
    meeting = workflow.change_meeting(meeting, {"held_on": in_days(41)}, version=meeting.version, by=by)
    cancel_meeting(meeting, reason=stages.REASON, by=by)
    assert logged(meeting, "meeting") == [
        f"Mødet i {meeting.council} {before} blev planlagt",
        f"Der blev indkaldt til mødet {before}",
        "Dagsordenen blev sendt igen",
        f"Mødet {before} fik nye oplysninger",
        f"Mødet blev flyttet fra {before} til {meeting.when}",
        f"Mødet {meeting.when} blev aflyst. Begrundelse: {stages.REASON}",
    ]
    assert meeting.history.latest().history_change_reason == stages.REASON


def test_a_notice_after_its_last_day_says_why(cast):
    meeting = stages.planned(cast, notice_by=in_days(-1))
    stages.item(cast, meeting)
    attendance.call_meeting(meeting, late_reason="Det haster.", by=cast.sekretariat)
    assert logged(meeting, "meeting")[-1] == (
        f"Der blev indkaldt til mødet {meeting.when}, efter fristen. Begrundelse: Det haster."
    )


def test_who_comes_is_told(cast):
    meeting, by = stages.called(cast), cast.sekretariat
    guest = attendance.invite_guest(meeting, name="Chefen", title="", email="chef@example.org", by=by)
    attendance.remove_guest(guest, by=by)
    seat = meeting.council.memberships.get(user=cast.borgmester("Viborg"))
    attendance.apologise(meeting, seat, by=by)
    attendance.apologise(meeting, seat, stand_in="Kulturchefen", by=by)
    for _ in range(2):
        attendance.accept(meeting, seat, by=by)
    other = meeting.council.memberships.get(user=cast.borgmester("Skive"))
    attendance.accept(meeting, other, by=by)
    assert logged(meeting, "meeting")[2:] == [
        "Chefen blev inviteret som gæst",
        "Chefen er ikke gæst mere",
        "Borgmesteren i Viborg meldte afbud",
        "Borgmesteren i Viborg meldte afbud. I stedet kommer Kulturchefen",
        "Borgmesteren i Viborg kommer alligevel",
        "Borgmesteren i Skive kommer",
    ]


def test_new_rules_are_told_as_a_sentence(cast):
    rules = MeetingRules.of(cast.district)
    rules = workflow.set_rules(
        cast.district, {"notice_days": 10, "approval_days": 7}, version=rules.version, by=cast.sekretariat
    )
    [text] = logged(rules, "meetings")
    assert text == "Møder indkaldes 10 dage før, og referater er godkendt 7 dage efter, at de er sendt"
