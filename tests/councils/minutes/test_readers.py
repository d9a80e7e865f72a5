"""Minutes go to those who sit in the council today, and a remark is not lost when they are taken back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from councils.minutes import workflow
from councils.models import Meeting, Membership, MinutesRemark
from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.cast import person, seat
from tests.councils.minutes import stages

pytestmark = pytest.mark.django_db


def at(name, meeting, *more):
    return reverse(name, args=[meeting.pk, *more])


def change_places(cast) -> User:
    """The meeting was yesterday; from today another sits there."""
    today = timezone.localdate()
    Meeting.objects.update(held_on=today - timedelta(days=1), notice_by=None)
    terms = Membership.objects.filter(user=cast.medlem_herning)
    terms.update(period=DateRange(today - timedelta(days=400), today))
    new = person("ny.herning", "Det nye medlem")
    return seat(new, cast.lokalraad("Herning"), period=DateRange(today, None))


def test_minutes_are_sent_to_whoever_sits_there_today(cast, as_user):
    meeting = stages.written(cast)
    new = change_places(cast)
    workflow.send_minutes(meeting, by=cast.formand_herning)
    assert [message.to for message in Message.objects.filter(subject__startswith="Referat")] == [new]
    assert as_user(new).get(at("minutes", meeting)).status_code == 200


def test_whoever_has_left_is_not_led_to_minutes_they_cannot_read(cast):
    said = stages.remarked(cast)
    change_places(cast)
    workflow.answer_remark(said, "Ja, det rettes.", by=cast.formand_herning)
    assert not Message.objects.filter(to=cast.medlem_herning, subject__startswith="Svar på").exists()


def test_an_answer_while_minutes_are_mended_leads_to_the_meeting(cast, as_user):
    said = stages.remarked(cast)
    meeting = workflow.take_back(said.item.meeting, by=cast.formand_herning)
    workflow.answer_remark(said, "Ja, det rettes.", by=cast.formand_herning)
    told = Message.objects.get(to=cast.medlem_herning, subject__startswith="Svar på").body
    assert at("minutes", meeting) not in told
    assert at("meeting", meeting) in told
    assert as_user(cast.medlem_herning).get(at("meeting", meeting)).status_code == 200


def test_a_remark_on_minutes_that_were_taken_back_comes_back_as_it_was_typed(cast, as_user):
    meeting = stages.sent(cast)
    item = meeting.agenda.get(position=1)
    workflow.take_back(meeting, by=cast.formand_herning)
    member = as_user(cast.medlem_herning)
    seen = member.post(at("remark-on-minutes", meeting, item.pk), {"text": "Det var onsdag."})
    assert (seen.status_code, "Det var onsdag." in seen.text) == (409, True)
    assert "taget tilbage for at blive rettet" in seen.text
    assert stages.SAID["minutes"] not in seen.text, "what is being mended is not read yet"
    assert f'href="{at("minutes", meeting)}"' not in seen.text
    assert member.get(at("remark-on-minutes", meeting, item.pk)).status_code == 404
    assert not MinutesRemark.objects.exists()
    outsider = as_user(cast.sekretariat)
    assert outsider.post(at("remark-on-minutes", meeting, item.pk), {"text": "Nej"}).status_code == 404


def test_a_remark_is_answered_before_minutes_are_approved(cast):
    said = stages.remarked(cast)
    advice = "Svar på den først. Skal referatet rettes, så tag det tilbage."
    with pytest.raises(Refused, match=advice):
        workflow.approve(said.item.meeting, by=cast.formand_herning)


def test_the_council_is_locked_before_its_meeting(cast):
    """As whoever plans or moves a meeting does it: the other way round the two would wait for each other."""
    meeting = stages.today(cast)
    told = stages.attendance(meeting)
    with CaptureQueriesContext(connection) as found:
        workflow.tell_attendance(meeting, told, guests=(), by=cast.formand_herning)
    locks = [one["sql"] for one in found if "FOR UPDATE" in one["sql"]]
    assert 'FROM "councils_council"' in locks[0]
    assert any('FROM "councils_meeting"' in one for one in locks[1:])
