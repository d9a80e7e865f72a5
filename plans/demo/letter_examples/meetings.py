from collections.abc import Iterator

from councils.meetings import letters
from councils.meetings.states import MeetingState
from councils.meetings.workflow import ANSWERS_FELL
from councils.models import Meeting
from plans.demo.letter_examples import told
from samarbejde.outbox.letters import Letter


def called_meeting() -> Meeting:
    return Meeting.objects.with_places().filter(state=MeetingState.CALLED).earliest("held_on")


def changed() -> Iterator[list[Letter]]:
    meeting = called_meeting()
    by = told.person("sekretariat")
    yield letters.changed(meeting, f"Mødet {meeting.when} fik nye oplysninger", by, asks_again=False)
    moved = f"Mødet blev flyttet til {meeting.when}{ANSWERS_FELL}"
    yield letters.changed(meeting, moved, by, asks_again=True)


def cancelled() -> Iterator[list[Letter]]:
    given_up = Meeting.objects.with_places().filter(state=MeetingState.CANCELLED)
    yield letters.cancelled(given_up.earliest("held_on"), told.person("sekretariat"))
