"""Every state of a meeting × every step: denied unless listed here."""

import pytest
from django.utils import timezone

from councils.meetings import workflow
from councils.meetings.seats import Answer, seats_on
from councils.meetings.states import MEETING_TRANSITIONS, MeetingState
from councils.models import Meeting, Presence
from samarbejde.transitions import Refused
from tests.councils.meetings import stages

pytestmark = pytest.mark.django_db

COMING = {MeetingState.PLANNED, MeetingState.CALLED}
STEPS = {
    "change_meeting": (COMING, lambda m, by: workflow.change_meeting(
        m, stages.usual(place="Skive"), version=m.version, by=by)),
    "cancel_meeting": (COMING, lambda m, by: workflow.cancel_meeting(m, reason=stages.REASON, by=by)),
}  # fmt: skip
OF_A_COUNCIL = {"plan_meeting", "set_rules", "hold_meeting"}  # of no meeting that stands


def in_state(cast, state) -> Meeting:
    meeting = stages.planned(cast)
    fields = {"called_at": timezone.now(), "cancelled_reason": "x" if state == "cancelled" else ""}
    Meeting.objects.filter(pk=meeting.pk).update(state=state, **fields)
    meeting.refresh_from_db()
    return meeting


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", MeetingState)
def test_state_by_step(cast, state, step):
    allowed, act = STEPS[step]
    meeting = in_state(cast, state)
    before = Meeting.objects.values().get(pk=meeting.pk)
    if state in allowed:
        act(meeting, cast.sekretariat)
        assert Meeting.objects.values().get(pk=meeting.pk) != before
    else:
        with pytest.raises(Refused):
            act(meeting, cast.sekretariat)
        assert Meeting.objects.values().get(pk=meeting.pk) == before


def test_no_step_is_left_out():
    assert set(workflow.__all__) - OF_A_COUNCIL == set(STEPS)


@pytest.mark.parametrize("state", MeetingState)
def test_whoever_tells_of_a_held_meeting_uses_the_one_that_stands(cast, state):
    meeting = in_state(cast, state)
    Meeting.objects.filter(pk=meeting.pk).update(held_on=timezone.localdate(), notice_by=None)
    cast.fill_posts()
    day = timezone.localdate()
    answers = [Answer(seat, Presence.ABSENT) for seat in seats_on(cast.kredsraad(), day)]
    held = workflow.hold_meeting(cast.kredsraad(), held_on=day, place="Viborg", answers=answers)
    if state == MeetingState.CANCELLED:
        assert held != meeting
    else:
        assert held == meeting
        became = MeetingState.HELD if state in COMING else state
        assert Meeting.objects.get(pk=meeting.pk).state == became
    assert held.attendances.exists()


def test_every_move_leads_to_a_known_state():
    assert {to for moves in MEETING_TRANSITIONS.values() for to in moves} <= set(MeetingState)
