"""Whom to write to of a council's meetings: those of today that an e-mail reaches."""

from collections.abc import Mapping

from councils.meetings.models import Meeting
from councils.meetings.permissions import CALLERS, SEATLESS
from councils.register.mailing import secretariat
from councils.register.models import Council, CouncilKind, MembershipRole
from councils.wordings.kinds import Kind
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter, Outsider


def called_people(meeting: Meeting, *, but: User | None = None) -> list[User]:
    """Members and deputies of the meeting's day, each once; not `but`, who knows of it."""
    held = meeting.council.memberships.on(meeting.held_on).reachable().select_related("user")
    people = {seat.user_id: seat.user for seat in held.order_by("pk")}
    return [person for person in people.values() if person != but]


def own_seats(meeting: Meeting) -> set[int]:
    """People (ids) who may send apologies for a seat of their own that day."""
    held = meeting.council.memberships.on(meeting.held_on).exclude(role__in=SEATLESS)
    return set(held.values_list("user", flat=True))


def guests_with_mail(meeting: Meeting) -> list[Outsider]:
    return [Outsider(guest.name, guest.email) for guest in meeting.guests.exclude(email="")]


def to_guests(kind: Kind, meeting: Meeting, values: Mapping[str, str]) -> list[Letter]:
    guests = guests_with_mail(meeting)
    return kind.worded(meeting.council.district_id).to_each(guests, values) if guests else []


def callers(council: Council) -> list[User]:
    """Who calls it: its secretariat, or where it has none of its own, its chair."""
    if council.kind != CouncilKind.LOCAL:
        return secretariat(council.district_id)
    held = council.memberships.current().reachable().filter(role__in=CALLERS[CouncilKind.LOCAL])
    people = list(held.select_related("user").order_by("pk"))
    first = [one for one in people if one.role == MembershipRole.SECRETARIAT]
    return [one.user for one in first or people]
