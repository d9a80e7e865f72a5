"""Who reads a council's meetings and who calls them. The loaders are the access rule of every page.

Who sits in a council reads its meetings, closed points and all; its chair and its secretariat plan and call.
The kredsråd's secretariat is the kontaktudvalg's too, and follows the district's lokalråd: what they have
called together for, without what they keep closed. For everybody else a meeting does not exist.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from councils.meetings.models import Meeting, MeetingQuerySet
from councils.meetings.states import MeetingState
from councils.register.models import Council, CouncilKind, Membership, MembershipRole
from councils.register.offices import Person, offices

CALLERS = {
    CouncilKind.DISTRICT: (MembershipRole.CHAIR, MembershipRole.SECRETARIAT),
    CouncilKind.CONTACT: (MembershipRole.CHAIR, MembershipRole.VICE_CHAIR, MembershipRole.SECRETARIAT),
    CouncilKind.LOCAL: (MembershipRole.CHAIR, MembershipRole.VICE_CHAIR, MembershipRole.SECRETARIAT),
}
SEATLESS = (MembershipRole.DEPUTY, MembershipRole.SECRETARIAT)  # they come for another, or to help
SENT = (MeetingState.MINUTES_SENT, MeetingState.APPROVED)
NOT_YOURS = "Kun rådets formand og sekretariat kan gøre dette."


def followed_districts(person: Person) -> set[int]:
    """Districts of whose kredsråd's secretariat the person is."""
    return {seat.council.district_id for seat in offices(person).memberships if _is_secretary(seat)}


def _is_secretary(seat: Membership) -> bool:
    return seat.role == MembershipRole.SECRETARIAT and seat.council.kind == CouncilKind.DISTRICT


def _own_councils(person: Person) -> set[int]:
    return {seat.council_id for seat in offices(person).memberships}


def visible_councils(person: Person) -> Q:
    """A condition on councils: those whose meetings the person reads."""
    return Q(pk__in=_own_councils(person)) | Q(district__in=followed_districts(person))


def visible_meetings(person: Person) -> MeetingQuerySet:
    """A lokalråd's meeting is its own affair until it is called, and stays so if it never was."""
    own, districts = _own_councils(person), followed_districts(person)
    own_kinds = Q(council__district__in=districts) & ~Q(council__kind=CouncilKind.LOCAL)
    never_called = Q(state=MeetingState.PLANNED) | Q(state=MeetingState.CANCELLED, called_at=None)
    called = Q(council__district__in=districts) & ~never_called
    return Meeting.objects.filter(Q(council__in=own) | own_kinds | called).with_places()


def may_call(person: Person, council: Council) -> bool:
    """Plan the council's meetings, write their agenda, call them and keep their minutes."""
    if council.kind == CouncilKind.CONTACT and council.district_id in followed_districts(person):
        return True
    return any(
        seat.council_id == council.pk and seat.role in CALLERS[CouncilKind(council.kind)]
        for seat in offices(person).memberships
    )


def may_see_closed(person: Person, council: Council) -> bool:
    """Points that the council keeps to itself."""
    return offices(person).sits_in(council.pk) or may_call(person, council)


def may_read_minutes(person: Person, meeting: Meeting) -> bool:
    """Whoever keeps them always, the council from the day they are sent, others when they are approved."""
    if may_call(person, meeting.council):
        return True
    if offices(person).sits_in(meeting.council_id):
        return meeting.state in SENT
    return meeting.state == MeetingState.APPROVED


def load_council(person: Person, pk: int) -> Council:
    council = (
        Council.objects.filter(visible_councils(person), pk=pk)
        .select_related("district", "municipality")
        .first()
    )
    if council is None:
        raise Http404
    return council


def load_own_council(person: Person, pk: int) -> Council:
    """For those who call its meetings; 403 for whoever only reads them."""
    council = load_council(person, pk)
    if not may_call(person, council):
        raise PermissionDenied(NOT_YOURS)
    return council


def load_meeting(person: Person, pk: int) -> Meeting:
    meeting = visible_meetings(person).filter(pk=pk).first()
    if meeting is None:
        raise Http404
    return meeting


def load_own_meeting(person: Person, pk: int) -> Meeting:
    """For those who call it; 403 for whoever only reads it."""
    meeting = load_meeting(person, pk)
    if not may_call(person, meeting.council):
        raise PermissionDenied(NOT_YOURS)
    return meeting


def seat_of(person: Person, meeting: Meeting) -> Membership | None:
    """The person's own seat at the meeting's day: not a deputy's, nor the secretariat's."""
    lasting = [
        term
        for term in offices(person).memberships
        if term.council_id == meeting.council_id and meeting.held_on in term.period
    ]
    if lasting:
        return next((term for term in lasting if term.role not in SEATLESS), None)
    held = meeting.council.memberships.on(meeting.held_on).filter(user=person.pk)
    return held.exclude(role__in=SEATLESS).select_related("user", "council").order_by("pk").first()
