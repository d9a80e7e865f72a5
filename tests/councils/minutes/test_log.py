"""What a meeting's log tells of its minutes, to those who may read it."""

import pytest

from councils.minutes import workflow
from samarbejde.danish import date_text
from samarbejde.events.models import Event
from tests.councils.meetings.stages import in_days
from tests.councils.minutes import stages
from tests.logged import logged

pytestmark = pytest.mark.django_db


def test_each_step_is_told(cast):
    said = stages.remarked(cast)
    by, meeting, item = cast.formand_herning, said.item.meeting, said.item
    workflow.answer_remark(said, "Ja.", by=by)
    workflow.take_back(meeting, by=by)
    workflow.send_minutes(meeting, by=by)
    workflow.approve(meeting, by=by)
    workflow.correct(item, text="Det var onsdag.", reason="En fejl.", by=by)
    sent = f"Referatet blev sendt til godkendelse. Frist for bemærkninger: {date_text(in_days(14))}"
    everybody_came = meeting.attendances.count()
    assert logged(meeting, "meeting")[-1:] == [
        f"Mødet blev holdt: {everybody_came} af {everybody_came} pladser var besat"
    ]
    assert logged(meeting, "minutes") == [
        sent,
        "Der kom en bemærkning til referatet",
        "Der kom svar på en bemærkning",
        "Referatet blev taget tilbage for at blive rettet",
        sent,
        "Referatet blev godkendt på det næste møde",
        "Referatet er rettet efter sin godkendelse",
    ]
    within = set(Event.objects.about(meeting).filter(internal=True).values_list("verb", flat=True))
    assert within >= {"minutes.remark", "minutes.answer", "minutes.corrected"}
    assert within.isdisjoint({"meeting.held", "minutes.sent", "minutes.taken_back", "minutes.approved"})


def test_who_stayed_away_is_counted(cast):
    meeting = stages.today(cast)
    told = stages.attendance(meeting)
    away = stages.attendance(meeting, absent=told[0].seat.label)
    workflow.tell_attendance(meeting, away, guests=(), by=cast.formand_herning)
    assert logged(meeting, "meeting")[-1:] == [
        f"Mødet blev holdt: {len(told) - 1} af {len(told)} pladser var besat"
    ]
