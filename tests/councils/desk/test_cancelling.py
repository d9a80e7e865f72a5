"""What a cancelled meeting leaves: its points and wishes wait again, and it stays with its council."""

import pytest
from django.urls import reverse

from councils.agendas import workflow as agendas
from councils.agendas.sources import waiting_for
from councils.desk.workflow import cancel_meeting
from councils.models import AgendaItem, AgendaRequest, Meeting
from tests.councils.meetings import stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(cast) -> Meeting:
    return stages.planned(cast, held_on=stages.in_days(60))


def cancel(cast, meeting: Meeting) -> Meeting:
    return cancel_meeting(meeting, reason=stages.REASON, by=cast.sekretariat)


def titles(meeting: Meeting) -> list[str]:
    return [one.title for one in waiting_for(meeting)]


def test_a_history_has_room_for_the_longest_reason(cast):
    meeting = stages.planned(cast)
    meeting = cancel_meeting(meeting, reason="x" * 500, by=cast.sekretariat)
    assert meeting.cancelled_reason == "x" * 500
    assert meeting.history.latest().history_change_reason == "x" * 100


def test_what_was_postponed_to_it_waits_again(cast, later):
    old = Meeting.objects.create(
        council=later.council, held_on=stages.in_days(-30), place="Viborg", state="held"
    )
    left = AgendaItem.objects.create(meeting=old, position=1, title="Ikke nået", is_postponed=True)
    meeting = stages.planned(cast)
    agendas.take_up(meeting, [f"postponed:{left.pk}"], by=cast.sekretariat)
    assert titles(later) == []
    cancel(cast, meeting)
    assert titles(later) == ["Ikke nået"]
    [again] = agendas.take_up(later, [f"postponed:{left.pk}"], by=cast.sekretariat)
    assert again.carried_from == left
    assert titles(later) == []


def test_a_members_wish_waits_again(cast, later):
    meeting = stages.planned(cast)
    wish = agendas.ask_for_point(meeting.council, title="Lys", text="", by=cast.borgmester("Skive"))
    agendas.take_up(meeting, [f"request:{wish.pk}"], by=cast.sekretariat)
    cancel(cast, meeting)
    wish.refresh_from_db()
    assert (wish.state, wish.item, wish.answered_by, wish.answered_at) == ("waiting", None, None, None)
    assert titles(later) == ["Lys"]
    agendas.take_up(later, [f"request:{wish.pk}"], by=cast.sekretariat)
    assert AgendaRequest.objects.get().item.meeting == later


def test_its_own_points_wait_for_another_meeting(cast, as_user, later):
    meeting = stages.planned(cast)
    stages.item(cast, meeting, title="Natteliv", text="Om lys")
    closed = stages.item(cast, meeting, title="Personsag", is_closed=True)
    assert titles(later) == []
    meeting = cancel(cast, meeting)
    assert titles(later) == ["Natteliv", "Personsag"]
    page = as_user(cast.sekretariat).get(reverse("agenda", args=[later.pk])).text
    assert "der blev aflyst" in page
    [item] = agendas.take_up(later, [f"postponed:{closed.pk}"], by=cast.sekretariat)
    assert (item.title, item.is_closed, item.carried_from) == ("Personsag", True, closed)
    assert titles(later) == ["Natteliv"]


def test_the_points_of_a_meeting_cancelled_long_ago_are_left_there(cast, later):
    meeting = stages.planned(cast)
    stages.item(cast, meeting)
    cancel(cast, meeting)
    Meeting.objects.filter(pk=meeting.pk).update(held_on=stages.in_days(-400), notice_by=None)
    assert titles(later) == []


def test_a_lokalraads_meeting_that_was_never_called_stays_its_own(cast, as_user):
    never, called = stages.hernings(cast), stages.hernings(cast, held_on=stages.in_days(45))
    stages.call_straight(called)
    called.refresh_from_db()
    for meeting in (never, called):
        cancel_meeting(meeting, reason=stages.REASON, by=cast.formand_herning)
    secretary, member = as_user(cast.sekretariat), as_user(cast.medlem_herning)
    assert secretary.get(reverse("meeting", args=[never.pk])).status_code == 404
    assert secretary.get(reverse("meeting", args=[called.pk])).status_code == 200
    assert member.get(reverse("meeting", args=[never.pk])).status_code == 200
