"""Who is heard, and who speaks for them: a body is a council, or one kommune's place in the kredsråd."""

from dataclasses import dataclass

from councils.models import Council, CouncilKind, Membership, Municipality
from councils.register.offices import Person, offices
from plans.document.models import Plan
from samarbejde import danish


@dataclass(frozen=True)
class Body:
    """`municipality` only of a mayor's place; the director's is the kredsråd's own."""

    council: Council
    municipality: Municipality | None

    def __str__(self) -> str:
        if self.municipality is not None:
            return f"Borgmesteren {danish.at(str(self.municipality))}"
        return "Politidirektøren" if self.council.kind == CouncilKind.DISTRICT else self.council.name

    @property
    def key(self) -> tuple[int, int | None]:
        return self.council.pk, self.municipality.pk if self.municipality else None


def body_of(seat: Membership) -> Body:
    in_kredsraad = seat.council.kind == CouncilKind.DISTRICT
    return Body(seat.council, seat.municipality if in_kredsraad else None)


def heard(plan: Plan) -> list[Body]:
    """Those whose remarks are asked for today: the kredsråd's members, the kontaktudvalg, the lokalråd."""
    seats = Membership.objects.current().with_places().filter(council__district=plan.council.district_id)
    places = (CouncilKind.DISTRICT, CouncilKind.CONTACT, CouncilKind.LOCAL)
    bodies = {body_of(seat).key: body_of(seat) for seat in seats if seat.is_heard}
    return sorted(
        bodies.values(),
        key=lambda body: (
            places.index(CouncilKind(body.council.kind)),
            body.municipality.sort_key if body.municipality else "",
            body.council.sort_key,
        ),
    )


def seats_in(plan: Plan, person: Person) -> list[Membership]:
    """The person's own seats that speak in the plan's consultation."""
    district = plan.council.district_id
    return [seat for seat in offices(person).memberships if seat.speaks_in(district)]
