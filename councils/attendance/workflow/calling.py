"""The council is called, told of what is changed, and reminded."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from councils.attendance import letters
from councils.meetings.models import Meeting
from councils.meetings.states import MEETING_TRANSITIONS, MeetingState
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.deadlines import is_over
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, move


def is_late(meeting: Meeting) -> bool:
    """The last day of the notice has passed."""
    return meeting.notice_by is not None and is_over(meeting.notice_by)


@transaction.atomic
def call_meeting(meeting: Meeting, *, late_reason: str = "", by: User) -> Meeting:
    """Notice to members, deputies and guests. `late_reason` is asked for after the last day to call."""
    meeting = lock(meeting)
    move(meeting, MeetingState.CALLED, MEETING_TRANSITIONS)
    _refuse_unfit(meeting)
    late = is_late(meeting)
    if late and not late_reason:
        raise Refused(
            f"Fristen for at indkalde var {date_text(meeting.notice_by or meeting.held_on)}. "
            "Skriv, hvorfor mødet holdes alligevel, eller flyt det."
        )
    refuse_in([late_reason])
    meeting.called_at, meeting.called_by = timezone.now(), by
    meeting.late_notice_reason = late_reason if late else ""
    save_as_next(by, meeting)
    told = f"Der blev indkaldt til mødet {meeting.when}"
    if late:
        told = f"{told}, efter fristen. Begrundelse: {late_reason}"
    record("meeting.called", told, by=by, subject=meeting, within=meeting.council)
    queue(*letters.called(meeting, by))
    return meeting


@transaction.atomic
def send_agenda(meeting: Meeting, *, by: User) -> Meeting:
    """Once more, as it stands now, to everybody who is called."""
    meeting = lock(meeting)
    if meeting.state != MeetingState.CALLED:
        raise Refused(f"Mødet er »{meeting.get_state_display()}«. Indkald først, så følger dagsordenen med.")
    record("meeting.agenda_sent", "Dagsordenen blev sendt igen", by=by, subject=meeting)
    queue(*letters.agenda_changed(meeting, by))
    return meeting


@transaction.atomic
def remind_of(meeting_id: int) -> bool:
    """The worker's part, on the day before; once for a meeting."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    meeting = (
        Meeting.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(pk=meeting_id, state=MeetingState.CALLED, reminded_at=None, held_on=tomorrow)
        .select_related("council__district")
        .first()
    )
    if meeting is None:
        return False
    meeting.reminded_at = timezone.now()
    meeting.save(update_fields=["reminded_at"])
    queue(*letters.reminded(meeting))
    return True


def remind_of_tomorrow() -> int:
    """Every meeting of tomorrow that its people are not reminded of; called by the worker each minute."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    waiting = Meeting.objects.filter(state=MeetingState.CALLED, reminded_at=None, held_on=tomorrow)
    return sum(map(remind_of, waiting.values_list("pk", flat=True)))


def _refuse_unfit(meeting: Meeting) -> None:
    if is_over(meeting.held_on):
        raise Refused("Mødets dag er gået. Flyt mødet, eller aflys det.")
    if not meeting.where or meeting.starts_at is None:
        raise Refused("Skriv først, hvor mødet holdes, og hvornår det begynder.")
    if not meeting.agenda.exists():
        raise Refused("Dagsordenen er tom. Skriv mindst ét punkt, og indkald så.")
