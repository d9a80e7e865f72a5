"""Who is heard: a council, one kommune's place in the kredsråd, or a partner outside the councils."""

from dataclasses import dataclass

from councils.models import Council, CouncilKind, Membership, Municipality
from councils.register.offices import Person, offices
from plans.approval.models import Consultation
from plans.consultation.models import ConsultationReply
from plans.document.models import Plan
from plans.partners.models import Partner
from samarbejde import danish

PLACES = (CouncilKind.DISTRICT, CouncilKind.CONTACT, CouncilKind.LOCAL)
Key = tuple[int | None, ...]


@dataclass(frozen=True)
class Body:
    """`municipality` only of a mayor's place; the director's is the kredsråd's own."""

    council: Council | None
    municipality: Municipality | None = None
    partner: Partner | None = None

    def __str__(self) -> str:
        if self.council is None:
            return str(self.partner)
        if self.municipality is not None:
            return f"Borgmesteren {danish.at(str(self.municipality))}"
        return "Politidirektøren" if self.council.kind == CouncilKind.DISTRICT else self.council.name

    @property
    def key(self) -> "Key":
        return tuple(one.pk if one else None for one in (self.council, self.municipality, self.partner))


def body_of(seat: Membership) -> Body:
    in_kredsraad = seat.council.kind == CouncilKind.DISTRICT
    return Body(seat.council, seat.municipality if in_kredsraad else None)


def author(reply: ConsultationReply) -> Body:
    return Body(reply.council, reply.municipality, reply.partner)


def key_of(reply: ConsultationReply) -> Key:
    """Of its body, without asking for it."""
    return reply.council_id, reply.municipality_id, reply.partner_id


def partners_in(consultation: Consultation) -> list[Body]:
    """Invited, and not withdrawn. One query."""
    invitations = consultation.invitations.standing().select_related("partner")
    return [Body(None, None, one.partner) for one in invitations]


def heard(plan: Plan) -> list[Body]:
    """Those whose remarks are asked for today: the kredsråd's members, the kontaktudvalg, the lokalråd."""
    seats = Membership.objects.current().with_places().filter(council__district=plan.council.district_id)
    bodies = {body_of(seat).key: body_of(seat) for seat in seats if seat.is_heard}
    return sorted(bodies.values(), key=_place)


def _place(body: Body) -> tuple[int, str, str]:
    """Of a council's body: the kredsråd first, and in it the director."""
    assert body.council is not None, "a partner has no seat"
    municipality = body.municipality.sort_key if body.municipality else ""
    return PLACES.index(CouncilKind(body.council.kind)), municipality, body.council.sort_key


def seats_in(plan: Plan, person: Person) -> list[Membership]:
    """The person's own seats that speak in the plan's consultation."""
    district = plan.council.district_id
    return [seat for seat in offices(person).memberships if seat.speaks_in(district)]
