"""Whoever calls a meeting asks its guests; whoever has a seat there tells whether they come."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.attendance.models import Guest
from councils.meetings.models import Meeting
from councils.meetings.permissions import load_meeting, load_own_meeting, seat_of
from councils.register.models import Membership
from councils.register.offices import Person


def load_guest(person: Person, pk: int, guest_pk: int) -> Guest:
    """A guest of the meeting, for whoever calls it."""
    meeting = load_own_meeting(person, pk)
    guest = meeting.guests.filter(pk=guest_pk).first()
    if guest is None:
        raise Http404
    guest.meeting = meeting
    return guest


def load_seat(person: Person, pk: int) -> tuple[Meeting, Membership]:
    """The meeting and the person's own seat there; 403 for whoever reads it without one."""
    meeting = load_meeting(person, pk)
    seat = seat_of(person, meeting)
    if seat is None:
        raise PermissionDenied("Kun rådets medlemmer melder afbud.")
    return meeting, seat
