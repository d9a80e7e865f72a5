from django.db import transaction

from councils.agendas.models import AgendaRequest
from councils.agendas.states import RequestState
from councils.agendas.workflow.requesting import let_wait_again
from councils.meetings import letters
from councils.meetings.models import Meeting
from councils.meetings.states import MEETING_TRANSITIONS, MeetingState
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import lock, move


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, by: User) -> Meeting:
    """What stood on its agenda waits again."""
    meeting = lock(meeting)
    was_called = meeting.state == MeetingState.CALLED
    move(meeting, MeetingState.CANCELLED, MEETING_TRANSITIONS)
    refuse_in([reason])
    meeting.cancelled_reason = reason
    save_as_next(by, meeting, reason[:100])
    let_wait_again(AgendaRequest.objects.filter(item__meeting=meeting, state=RequestState.TAKEN))
    told = f"Mødet {meeting.when} blev aflyst. Begrundelse: {reason}"
    record("meeting.cancelled", told, by=by, subject=meeting, within=meeting.council)
    if was_called:
        queue(*letters.cancelled(meeting, by))
    return meeting
