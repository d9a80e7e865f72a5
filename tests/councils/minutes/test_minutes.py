"""Who came, what was said and decided, and how it comes to stand."""

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.agendas.sources import waiting_for
from councils.attendance import workflow as attendance
from councils.attendance.seats import Answer
from councils.meetings import workflow as meetings
from councils.minutes import workflow
from councils.models import AgendaItem, Meeting, MinutesCorrection, MinutesRemark, Presence
from plans.publication.pdf.checking import findings
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.councils.attendance.test_calling import text_of
from tests.councils.meetings import stages as planning
from tests.councils.minutes import stages

pytestmark = pytest.mark.django_db


def at(name, meeting, *more):
    return reverse(name, args=[meeting.pk, *more])


def test_the_chair_tells_who_came(cast, as_user):
    meeting = stages.today(cast)
    guest = attendance.invite_guest(meeting, name="Skolechefen", title="", email="", by=cast.formand_herning)
    away = meeting.council.memberships.get(user=cast.medlem_herning)
    attendance.apologise(meeting, away, by=away.user)
    client = as_user(cast.formand_herning)
    form = client.get(at("tell-attendance", meeting)).context["form"]
    assert form.initial[f"m{away.pk}"] == "absent", "as the apology says"
    chair = meeting.council.memberships.get(role="chair")
    typed = {f"m{away.pk}": "absent", f"m{chair.pk}": "present", "guests": [guest.pk]}
    assert client.post(at("tell-attendance", meeting), typed).url == at("minutes", meeting)
    meeting.refresh_from_db()
    guest.refresh_from_db()
    assert (meeting.state, guest.was_present) == ("held", True)
    assert sorted(meeting.attendances.values_list("presence", flat=True)) == ["absent", "present"]


def test_what_nobody_sat_in_or_is_not_held_yet_is_refused(cast, as_user):
    meeting = stages.today(cast)
    client = as_user(cast.formand_herning)
    assert client.post(at("tell-attendance", meeting), {}).status_code == 422
    nobody = [Answer(one.seat, Presence.ABSENT) for one in stages.attendance(meeting)]
    with pytest.raises(Refused, match="Ingen er skrevet ind som mødt"):
        workflow.tell_attendance(meeting, nobody, guests=(), by=cast.formand_herning)
    coming = planning.hernings(cast)
    with pytest.raises(Refused, match="Mødet er ikke holdt endnu"):
        workflow.tell_attendance(coming, stages.attendance(coming), guests=(), by=cast.formand_herning)


def test_a_point_is_written_and_saves_itself(cast, as_user):
    meeting = stages.held(cast)
    item = meeting.agenda.get(position=1)
    client = as_user(cast.formand_herning)
    address = at("write-point", meeting, item.pk)
    assert "Nattelivet er blevet større." in client.get(address).text
    saved = client.post(address, stages.typed(), headers={"Accept": "application/json"})
    assert saved.json()["version"] == 2
    done = stages.typed(version="2", follow_up_by="Kommunen", follow_up_due="1-6-2027")
    assert client.post(address, done).url == at("minutes", meeting)
    item.refresh_from_db()
    assert (item.decision, item.follow_up_by, item.version) == ("Lys op.", "Kommunen", 3)
    assert item.history.filter(history_change_reason="Gemt undervejs").count() == 1
    late = client.post(address, stages.typed(version="1", minutes="Noget helt andet."))
    assert (late.status_code, "Noget helt andet." in late.text) == (409, True)


def test_the_same_words_twice_are_one_version(cast):
    item = stages.held(cast).agenda.get(position=1)
    versions = [stages.say(cast, AgendaItem.objects.get(pk=item.pk)).version for _ in range(2)]
    assert versions == [2, 2]


def test_attendance_is_told_from_the_day_until_the_minutes_are_sent(cast, as_user):
    meeting = stages.today(cast)
    client = as_user(cast.formand_herning)

    def offered() -> bool:
        return "Fremmødet kan ikke skrives nu" not in client.get(at("tell-attendance", meeting)).text

    assert offered()
    workflow.tell_attendance(meeting, stages.attendance(meeting), guests=(), by=cast.formand_herning)
    assert offered()
    for item in meeting.agenda.all():
        stages.say(cast, item)
    workflow.send_minutes(meeting, by=cast.formand_herning)
    assert not offered()
    meeting = planning.hernings(cast)
    assert not offered(), "its day has not come"


def test_a_follow_up_has_somebody(cast, as_user):
    meeting = stages.held(cast)
    address = at("write-point", meeting, meeting.agenda.get(position=1).pk)
    seen = as_user(cast.formand_herning).post(address, stages.typed(follow_up_due="1-6-2027"))
    assert (seen.status_code, "Skriv, hvem der følger op." in seen.text) == (422, True)


def test_minutes_are_whole_before_they_are_sent(cast):
    meeting = stages.held(cast)
    first, second = meeting.agenda.order_by("position")
    with pytest.raises(Refused, match="Punkterne 1 og 2 har intet referat"):
        workflow.send_minutes(meeting, by=cast.formand_herning)
    stages.say(cast, first)
    with pytest.raises(Refused, match="Punkt 2 har intet referat"):
        workflow.send_minutes(meeting, by=cast.formand_herning)
    stages.say(cast, second, minutes="", decision="", is_postponed=True)
    assert workflow.send_minutes(meeting, by=cast.formand_herning).state == "minutes_sent"
    following = planning.hernings(cast)
    assert [one.title for one in waiting_for(following)] == ["Personsag"]


def test_the_council_is_told_and_has_the_districts_days(cast, as_user):
    meetings.set_rules(
        cast.district, {"notice_days": 14, "approval_days": 10}, version=0, by=cast.sekretariat
    )
    meeting = stages.written(cast)
    member, secretary = as_user(cast.medlem_herning), as_user(cast.sekretariat)
    assert member.get(at("minutes", meeting)).status_code == 404
    as_user(cast.formand_herning).post(at("send-minutes", meeting))
    meeting.refresh_from_db()
    assert meeting.remarks_by == planning.in_days(10)
    [letter] = Message.objects.filter(to=cast.medlem_herning)
    assert at("minutes", meeting) in letter.body
    assert "Personsag" not in letter.body
    assert "Politiet fortalte om weekenden." in member.get(at("minutes", meeting)).text
    assert secretary.get(at("minutes", meeting)).status_code == 404


def test_a_member_remarks_and_is_answered(cast, as_user):
    meeting = stages.sent(cast)
    item = meeting.agenda.get(position=1)
    member = as_user(cast.medlem_herning)
    assert member.post(at("remark-on-minutes", meeting, item.pk), {"text": ""}).status_code == 422
    member.post(at("remark-on-minutes", meeting, item.pk), {"text": "Det var onsdag."})
    said = MinutesRemark.objects.get()
    told = Message.objects.get(to=cast.formand_herning, subject__startswith="Bemærkning til referatet")
    assert at("minutes", meeting) in told.body
    chair = as_user(cast.formand_herning)
    refused = chair.post(at("approve-minutes", meeting), follow=True)
    assert "En bemærkning venter på svar" in refused.text
    chair.post(at("answer-remark", meeting, said.pk), {"text": "Ja, det rettes."})
    assert "Ja, det rettes." in member.get(at("minutes", meeting)).text
    assert Message.objects.filter(to=cast.medlem_herning, subject__startswith="Svar på").exists()
    chair.post(at("take-back-minutes", meeting))
    stages.say(cast, item, minutes="Politiet fortalte om onsdagen.")
    assert workflow.send_minutes(meeting, by=cast.formand_herning).state == "minutes_sent"


def test_the_council_approves_at_its_next_meeting(cast, as_user):
    meeting = stages.sent(cast)
    as_user(cast.formand_herning).post(at("approve-minutes", meeting))
    meeting.refresh_from_db()
    assert (meeting.state, meeting.approval) == ("approved", "meeting")
    assert "på det næste møde" in as_user(cast.medlem_herning).get(at("minutes", meeting)).text


def test_silence_approves_when_the_days_are_over(cast):
    meeting = stages.sent(cast)
    assert workflow.approve_what_nobody_minds() == 0
    with time_machine.travel(stages.later(14)):
        assert workflow.approve_what_nobody_minds() == 0, "the last day counts to its end"
    with time_machine.travel(stages.later(15)):
        assert workflow.approve_what_nobody_minds() == 1
        assert workflow.approve_what_nobody_minds() == 0
    meeting.refresh_from_db()
    assert (meeting.state, meeting.approval) == ("approved", "silence")


def test_a_remark_without_an_answer_is_no_silence(cast):
    said = stages.remarked(cast)
    with time_machine.travel(stages.later(15)):
        assert workflow.approve_what_nobody_minds() == 0
        workflow.answer_remark(said, "Nej, det var torsdag.", by=cast.formand_herning)
        assert workflow.approve_what_nobody_minds() == 1


def test_what_is_approved_is_corrected_beside_the_text(cast, as_user):
    meeting = stages.approved(cast)
    item = meeting.agenda.get(position=1)
    with pytest.raises(Refused):
        stages.say(cast, item, minutes="Om igen")
    client = as_user(cast.formand_herning)
    typed = {"text": "Det var onsdag.", "reason": ""}
    assert client.post(at("correct-minutes", meeting, item.pk), typed).status_code == 422
    client.post(at("correct-minutes", meeting, item.pk), typed | {"reason": "En skrivefejl."})
    page = as_user(cast.medlem_herning).get(at("minutes", meeting)).text
    assert "Det var onsdag." in page
    assert "En skrivefejl." in page
    assert AgendaItem.objects.get(pk=item.pk).minutes == stages.SAID["minutes"]
    with pytest.raises(DatabaseError), transaction.atomic():
        MinutesCorrection.objects.update(text="Slet ingenting")


def test_a_closed_point_stays_with_the_council(cast, as_user):
    """The secretariat reads the approved minutes: no title, no number, no remark, no paper tells of it."""
    meeting = stages.approved(cast)
    closed = meeting.agenda.get(is_closed=True)
    MinutesRemark.objects.create(item=closed, text="Hemmeligt", by=cast.medlem_herning)
    secretary, member = as_user(cast.sekretariat), as_user(cast.medlem_herning)
    page = secretary.get(at("minutes", meeting)).text
    assert "Tryghed i nattelivet" in page
    for words in ("Personsag", "Hemmeligt", "ukket punkt", "2. "):
        assert words not in page.replace("1. juni 2027", "").partition("<main")[2].partition("Fremmøde")[0]
    assert secretary.get(at("remark-on-minutes", meeting, closed.pk)).status_code == 404
    assert "Personsag" in member.get(at("minutes", meeting)).text
    inside, outside = (one.get(at("minutes-pdf", meeting)).content for one in (member, secretary))
    assert findings(inside) == []
    assert "Personsag" in text_of(inside)
    assert "Personsag" not in text_of(outside)


def test_minutes_cost_the_same_with_one_point_and_with_three(cast, as_user):
    meeting = stages.held(cast)
    client = as_user(cast.formand_herning)

    def cost() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(at("minutes", meeting)).status_code == 200
        return len(found)

    client.get(at("minutes", meeting))
    meeting.agenda.filter(position=2).delete()
    one = cost()
    for title in ("To", "Tre"):
        planning.item(cast, meeting, by=cast.formand_herning, title=title)
    assert cost() == one <= 12
    assert Meeting.objects.count() == 1
