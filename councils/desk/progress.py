"""How far a meeting is on its way, as pages show it."""

from typing import TypedDict

from councils.meetings.models import Meeting
from councils.meetings.states import MeetingState

WAY = (
    MeetingState.PLANNED,
    MeetingState.CALLED,
    MeetingState.HELD,
    MeetingState.MINUTES_SENT,
    MeetingState.APPROVED,
)


class Step(TypedDict):
    label: str
    done: bool
    current: bool


def steps(meeting: Meeting) -> list[Step]:
    """For `components/steps.html`; none for a meeting that was cancelled."""
    if meeting.state == MeetingState.CANCELLED:
        return []
    come_to = WAY.index(MeetingState(meeting.state))
    return [
        Step(label=state.label.capitalize(), done=number <= come_to, current=number == come_to)
        for number, state in enumerate(WAY)
    ]
