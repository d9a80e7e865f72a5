"""A council meets: where, and who sat in which seat."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from councils.attendance.models import Attendance
from councils.attendance.seats import Answer
from councils.meetings.models import Meeting
from councils.meetings.states import COMING, MEETING_TRANSITIONS, MeetingState
from councils.register.models import Council
from samarbejde.danish import date_text
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def hold_meeting(council: Council, *, held_on: date, place: str, answers: Iterable[Answer]) -> Meeting:
    """The meeting of that day. One that stands there already is used again, with the seats as told now."""
    meeting = _held(council, held_on, place)
    standing = list(meeting.attendances.all())
    new = []
    for answer in answers:
        told, before = answer.attendance(), answer.seat.row_in(standing)
        told.meeting = meeting
        if before is None:
            new.append(told)
        else:
            _tell_anew(before, told)
    Attendance.objects.bulk_create(new)
    return meeting


def _held(council: Council, held_on: date, place: str) -> Meeting:
    lock(council)  # two who tell of one day make one meeting
    found = council.meetings.not_cancelled().filter(held_on=held_on).first()
    meeting = lock(found) if found else Meeting(council=council, held_on=held_on, state=MeetingState.HELD)
    if meeting.state in (MeetingState.MINUTES_SENT, MeetingState.APPROVED):
        raise Refused(
            f"Mødet den {date_text(held_on)} har et referat, der er sendt ud, så det kan ikke ændres her. "
            "Er det ikke godkendt endnu, så tag det tilbage først."
        )
    if meeting.state in COMING:
        move(meeting, MeetingState.HELD, MEETING_TRANSITIONS)
    meeting.place = place
    meeting.save()
    return meeting


def _tell_anew(before: Attendance, told: Attendance) -> None:
    """Name and title stay as they were written first, as long as the same person sat there.

    Whoever has no title is not the member whose row it is, but somebody in their place.
    """
    if told.title and before.title and told.membership_id == before.membership_id:
        told.name, told.title = before.name, before.title
    told.pk = before.pk
    told.save()
