"""The seats of a council on one day, and who is to be asked for in each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from councils.attendance.models import DIRECTOR, Attendance, Presence
from councils.register.models import Council, CouncilKind, Membership, MembershipRole, Municipality

POLICE = "politi"  # the key of the director's seat


@dataclass(frozen=True)
class Seat:
    """`holder` and `stand_in` held office that day; None where the register knows of nobody."""

    key: str  # names the seat in a form
    label: str
    municipality: Municipality | None
    holder: Membership | None
    stand_in: Membership | None = None

    @property
    def is_director(self) -> bool:
        return self.key == POLICE

    @property
    def is_own(self) -> bool:
        """Of one member, without a kommune: it is known by its holder, whoever sits there."""
        return self.municipality is None and not self.is_director

    def row_in(self, standing: Iterable[Attendance]) -> Attendance | None:
        """What is told of the seat already."""
        if self.municipality is not None:
            return next((one for one in standing if one.municipality_id == self.municipality.pk), None)
        people: set[int | None] = {member.pk for member in (self.holder, self.stand_in) if member}
        if self.is_director:
            people.add(None)  # a stand-in whom the register does not know
        elsewhere = (one for one in standing if one.municipality_id is None)
        return next((one for one in elsewhere if one.membership_id in people), None)


@dataclass(frozen=True)
class Answer:
    """Who sat there: the holder, the stand-in, somebody of this `name`, or nobody."""

    seat: Seat
    presence: Presence
    name: str = ""  # of a stand-in whom the register does not know, or not as such

    @property
    def member(self) -> Membership | None:
        """Who sat there, as far as the register knows them."""
        if self.presence == Presence.STAND_IN:
            return None if self.name else self.seat.stand_in
        return self.seat.holder

    def attendance(self) -> Attendance:
        """Not saved, and of no meeting yet. Only whom the register knows has a title."""
        member = self.member
        return Attendance(
            municipality=self.seat.municipality,
            membership=member or (self.seat.holder if self.seat.is_own else None),
            presence=self.presence,
            name=member.user.name if member else self.name,
            title=member.title if member else "",
        )


def seats_on(council: Council, day: date) -> list[Seat]:
    """The police first, then a seat for each kommune in Danish order; in a lokalråd one for each member."""
    members = council.memberships.on(day).exclude(role=MembershipRole.SECRETARIAT).with_places()
    found = list(members.order_by("pk"))
    without_place = [member for member in found if member.municipality_id is None]
    if council.kind != CouncilKind.DISTRICT:
        return [_own_seat(member) for member in found if member.role != MembershipRole.DEPUTY]
    others = [m for m in without_place if m.role not in (MembershipRole.CHAIR, MembershipRole.DEPUTY)]
    return [
        _director(without_place),
        *(_seat_of(place, found) for place in council.district.municipalities.all()),
        *map(_own_seat, others),
    ]


def _director(members: Iterable[Membership]) -> Seat:
    by_role = {member.role: member for member in members}
    holder, stand_in = by_role.get(MembershipRole.CHAIR), by_role.get(MembershipRole.DEPUTY)
    return Seat(POLICE, DIRECTOR, None, holder, stand_in)


def _seat_of(place: Municipality, members: Iterable[Membership]) -> Seat:
    here = [member for member in members if member.municipality_id == place.pk]
    holder = next((member for member in here if member.role != MembershipRole.DEPUTY), None)
    stand_in = next((member for member in here if member.role == MembershipRole.DEPUTY), None)
    return Seat(place.slug, place.name, place, holder, stand_in)


def _own_seat(member: Membership) -> Seat:
    return Seat(f"m{member.pk}", member.title, None, member)


def deputies_of(seat: Membership, day: date) -> list[Membership]:
    """Who may come instead: of a kommune's seat its deputy, of the director's the director's own."""
    deputies = seat.council.memberships.on(day).filter(role=MembershipRole.DEPUTY)
    same_seat = deputies.filter(municipality=seat.municipality_id)
    return list(same_seat.exclude(pk=seat.pk).select_related("user").order_by("pk"))
