"""What must hold of every meeting, whoever writes it."""

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from councils.meetings.states import MEETING_TRANSITIONS, MeetingState
from councils.models import AgendaItem, Meeting

pytestmark = pytest.mark.django_db

DAY = date(2027, 3, 4)
USUAL = {"held_on": DAY, "place": "Viborg"}


def a_meeting(cast, **fields):
    return Meeting.objects.create(council=cast.kredsraad(), **(USUAL | fields))


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("a_meeting_has_a_known_state", {"state": "drømt"}),
        ("a_meeting_ends_after_it_starts", {"starts_at": time(12), "ends_at": time(10)}),
        ("a_meeting_ends_after_it_starts", {"ends_at": time(10)}),
        ("a_meeting_is_called_before_it_is_held", {"notice_by": date(2027, 3, 5)}),
        ("a_called_meeting_tells_where_and_has_its_notice", {"state": "called"}),
        ("a_cancelled_meeting_has_a_reason", {"state": "cancelled"}),
    ],
)
def test_the_database_refuses(cast, rule, fields):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        a_meeting(cast, **fields)


def test_a_council_meets_once_a_day_unless_the_first_was_cancelled(cast):
    first = a_meeting(cast)
    with pytest.raises(IntegrityError, match="a_council_meets_once_a_day"), transaction.atomic():
        a_meeting(cast)
    Meeting.objects.filter(pk=first.pk).update(state=MeetingState.CANCELLED, cancelled_reason="Snestorm")
    assert a_meeting(cast).pk != first.pk


def test_points_may_change_places_within_a_transaction(cast):
    meeting = a_meeting(cast)
    first, second = (AgendaItem.objects.create(meeting=meeting, position=n, title=f"{n}") for n in (1, 2))
    with transaction.atomic():
        AgendaItem.objects.filter(pk=first.pk).update(position=2)
        AgendaItem.objects.filter(pk=second.pk).update(position=1)
    assert [item.title for item in meeting.agenda.all()] == ["2", "1"]


def test_its_moments_are_of_the_danish_clock(cast):
    meeting = a_meeting(cast, starts_at=time(10), ends_at=time(12, 30))
    assert meeting.begins
    assert meeting.begins.isoformat() == "2027-03-04T10:00:00+01:00"
    assert meeting.when == "4. marts 2027 kl. 10.00–12.30"
    only_the_day = Meeting(council=cast.kredsraad(), held_on=DAY)
    assert (only_the_day.begins, only_the_day.when) == (None, "4. marts 2027")


def test_what_is_cancelled_or_approved_stays_so():
    assert set(MeetingState) - set(MEETING_TRANSITIONS) == {MeetingState.CANCELLED, MeetingState.APPROVED}
