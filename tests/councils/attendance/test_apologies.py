"""Members tell that they do not come, and who comes instead."""

import pytest

from councils.attendance import workflow as attendance
from councils.desk.waiting import tasks_for
from councils.meetings import workflow as meetings
from councils.models import Acceptance, Apology, Meeting
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from tests.councils.attendance.test_calling import at, body
from tests.councils.meetings import stages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def people(cast):
    return [cast.borgmester("Skive"), cast.borgmester("Viborg"), cast.stedfortraeder("Viborg")]


def test_a_mayors_deputy_comes_instead(cast, as_user):
    meeting = stages.called(cast)
    Message.objects.all().delete()
    mayor = as_user(cast.borgmester("Viborg"))
    page = mayor.get(at("apologise", meeting)).text
    assert "Min stedfortræder kommer: Borgmesterens stedfortræder i Viborg" in page
    [deputy] = [
        key
        for key, _ in mayor.get(at("apologise", meeting)).context["form"]["answer"].field.choices
        if key[0] == "d"
    ]
    mayor.post(at("apologise", meeting), {"answer": deputy, "stand_in": ""})
    apology = Apology.objects.get()
    assert apology.deputy.user == cast.stedfortraeder("Viborg")
    assert "du er stedfortræder" in body("stedfortraeder.viborg@example.org")
    assert "Borgmesteren i Viborg har meldt afbud" in body("sekretariat@example.org")
    mayor.post(at("apologise", meeting), {"answer": "comes", "stand_in": ""})
    assert not Apology.objects.exists()
    assert "kommer alligevel" in body("stedfortraeder.viborg@example.org")


def test_somebody_else_may_come_instead(cast, as_user):
    meeting = stages.called(cast)
    mayor = as_user(cast.borgmester("Skive"))
    typed = {"answer": "somebody", "stand_in": ""}
    seen = mayor.post(at("apologise", meeting), typed)
    assert (seen.status_code, "Skriv, hvem der kommer." in seen.text) == (422, True)
    mayor.post(at("apologise", meeting), typed | {"stand_in": "Kultur- og fritidschefen"})
    assert Apology.objects.get().stand_in == "Kultur- og fritidschefen"
    page = as_user(cast.sekretariat).get(at("meeting", meeting)).text
    assert "Borgmesteren i Skive, i stedet kommer Kultur- og fritidschefen" in page
    mayor.post(at("apologise", meeting), {"answer": "nobody", "stand_in": ""})
    assert Apology.objects.get().stand_in == ""


def test_a_deputy_whom_another_replaces_is_told(cast):
    meeting = stages.called(cast)
    seat = meeting.council.memberships.get(user=cast.borgmester("Viborg"))
    deputy = meeting.council.memberships.get(user=cast.stedfortraeder("Viborg"))
    attendance.apologise(meeting, seat, deputy=deputy, by=seat.user)
    attendance.apologise(meeting, seat, stand_in="Kulturchefen", by=seat.user)
    told = stages.mail_to("stedfortraeder.viborg@example.org")[-1]
    assert told.subject.startswith("Du skal alligevel ikke møde")
    assert "I stedet kommer Kulturchefen." in told.body
    assert at("meeting", meeting) in told.body
    assert "I stedet kommer Kulturchefen." in body("sekretariat@example.org")


def test_the_same_apology_is_told_once(cast):
    meeting = stages.called(cast)
    seat = meeting.council.memberships.get(user=cast.borgmester("Viborg"))
    deputy = meeting.council.memberships.get(user=cast.stedfortraeder("Viborg"))
    first = attendance.apologise(meeting, seat, deputy=deputy, by=seat.user)
    sent = Message.objects.count()
    again = attendance.apologise(meeting, seat, deputy=deputy, by=seat.user)
    assert (again.told_at, Message.objects.count()) == (first.told_at, sent)
    assert Event.objects.filter(verb="meeting.apology").count() == 1


def test_a_member_says_that_they_come(cast, as_user):
    meeting = stages.called(cast)
    mayor = as_user(cast.borgmester("Viborg"))
    assert "Svar, om du kommer" in mayor.get(at("meeting", meeting)).text
    Message.objects.all().delete()
    for _ in range(2):
        mayor.post(at("apologise", meeting), {"answer": "comes", "stand_in": ""})
    assert Acceptance.objects.get().membership.user == cast.borgmester("Viborg")
    assert not Message.objects.exists(), "only apologies are told of by mail"
    assert Event.objects.filter(verb="meeting.accepted").count() == 1
    page = as_user(cast.sekretariat).get(at("meeting", meeting)).text
    assert "<dt>Kommer</dt><dd>Borgmesteren i Viborg</dd>" in page
    assert "Ret dit svar" in mayor.get(at("meeting", meeting)).text
    assert mayor.get(at("apologise", meeting)).context["form"].initial["answer"] == "comes"


def test_who_apologises_does_not_come_and_who_comes_does_not_apologise(cast):
    meeting = stages.called(cast)
    seat = meeting.council.memberships.get(user=cast.borgmester("Viborg"))
    attendance.accept(meeting, seat, by=seat.user)
    attendance.apologise(meeting, seat, by=seat.user)
    assert (Acceptance.objects.count(), Apology.objects.count()) == (0, 1)
    attendance.accept(meeting, seat, by=seat.user)
    assert (Acceptance.objects.count(), Apology.objects.count()) == (1, 0)


@pytest.mark.parametrize(("days", "left"), [(40, 1), (45, 0)])
def test_everybody_is_asked_again_when_the_day_is_another(cast, days, left):
    meeting = stages.called(cast)
    seat, away = (meeting.council.memberships.get(user=cast.borgmester(name)) for name in ("Viborg", "Skive"))
    attendance.accept(meeting, seat, by=seat.user)
    attendance.apologise(meeting, away, by=away.user)
    meeting = Meeting.objects.get(pk=meeting.pk)
    moved = stages.usual(held_on=stages.in_days(days), place="Skive")
    meetings.change_meeting(meeting, moved, version=meeting.version, by=cast.sekretariat)
    assert (meeting.acceptances.count(), meeting.apologies.count()) == (left, left)
    assert [bool(list(tasks_for(one.user))) for one in (seat, away)] == [not left, not left]
    said = body("borgmester.skive@example.org")
    assert ("Svar igen, om du kommer:" in said) == (at("apologise", meeting) in said) == (not left)
    assert ("Tilsagn og afbud gælder ikke mere" in said) == (not left)
    event = Event.objects.get(verb="meeting.changed")
    assert ("Tilsagn og afbud gælder ikke mere" in event.text) == (not left)


def test_a_deputy_hears_that_the_apology_fell_with_its_day(cast):
    meeting = stages.called(cast)
    seat, deputy = (
        meeting.council.memberships.get(user=one)
        for one in (cast.borgmester("Viborg"), cast.stedfortraeder("Viborg"))
    )
    attendance.apologise(meeting, seat, deputy=deputy, by=seat.user)
    meeting = Meeting.objects.get(pk=meeting.pk)
    moved = stages.usual(held_on=stages.in_days(45))
    meetings.change_meeting(meeting, moved, version=meeting.version, by=cast.sekretariat)
    told = stages.mail_to("stedfortraeder.viborg@example.org")[-1].body
    assert "Tilsagn og afbud gælder ikke mere" in told
    assert "Svar igen" not in told


def test_a_day_that_nobody_has_answered_moves_without_a_word_of_answers(cast):
    meeting = stages.planned(cast)
    moved = stages.usual(held_on=stages.in_days(45))
    meetings.change_meeting(meeting, moved, version=meeting.version, by=cast.sekretariat)
    assert "Tilsagn" not in Event.objects.get(verb="meeting.changed").text


def test_who_comes_to_one_meeting_has_said_nothing_of_another(cast, as_user):
    meeting, later = stages.called(cast), stages.called(cast, held_on=stages.in_days(60))
    mayor = as_user(cast.borgmester("Viborg"))
    mayor.post(at("apologise", meeting), {"answer": "comes", "stand_in": ""})
    answers = [mayor.get(at("apologise", one)).context["form"]["answer"].value() for one in (meeting, later)]
    assert answers == ["comes", None]


def test_who_comes_to_one_meeting_has_still_apologised_for_another(cast):
    meeting, later = stages.called(cast), stages.called(cast, held_on=stages.in_days(60))
    seat = meeting.council.memberships.get(user=cast.borgmester("Viborg"))
    attendance.apologise(later, seat, by=seat.user)
    attendance.accept(meeting, seat, by=seat.user)
    assert Apology.objects.get().meeting == later
