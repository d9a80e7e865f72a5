from collections.abc import Iterator

from django.db.models import QuerySet

from councils.meetings import letters
from councils.meetings.states import MeetingState, RequestState
from councils.meetings.workflow.planning import ANSWERS_FELL
from councils.models import AgendaRequest, Meeting
from plans.demo.letter_examples import told
from samarbejde.outbox.letters import Letter


def _requests() -> QuerySet[AgendaRequest]:
    return AgendaRequest.objects.select_related("council", "asked_by", "item__meeting").order_by("pk")


def point_asked_for() -> Iterator[list[Letter]]:
    yield letters.point_asked_for(_requests().filter(state=RequestState.WAITING)[0])


def point_answered() -> Iterator[list[Letter]]:
    for state in (RequestState.TAKEN, RequestState.DECLINED):
        yield letters.point_answered(_requests().filter(state=state)[0])


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
