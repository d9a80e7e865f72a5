"""The posts of a council that the secretariat fills, each with its words and its place in an address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from councils.register.models import Council, CouncilKind, Membership, MembershipRole, Municipality, Side

WORDS = {
    MembershipRole.CHAIR: "formand",
    MembershipRole.VICE_CHAIR: "naestformand",
    MembershipRole.MEMBER: "medlem",
    MembershipRole.DEPUTY: "stedfortraeder",
    MembershipRole.SECRETARIAT: "sekretaer",
}
SIDES = {Side.POLICE: "politi", Side.MUNICIPALITY: "kommune", Side.CIVIL: "civilsamfund"}


@dataclass(frozen=True)
class Post:
    """A seat for a kommune, an office of the council, or membership of it for one of the sides.

    `side` is empty where either side may hold the post.
    """

    council: Council
    role: MembershipRole
    side: str = ""
    municipality: Municipality | None = None

    @property
    def key(self) -> str:
        """Of its address: `formand`, `medlem-herning`, `medlem-civilsamfund`."""
        where = self.municipality.slug if self.municipality else ""
        if self.is_shared:
            where = SIDES[Side(self.side)]
        return f"{WORDS[self.role]}-{where}" if where else WORDS[self.role]

    @property
    def is_shared(self) -> bool:
        """Several hold it at once."""
        return self.role == MembershipRole.MEMBER and self.municipality is None

    @property
    def is_elected(self) -> bool:
        """The kredsråd chooses its næstformand among the mayors."""
        return self.role == MembershipRole.VICE_CHAIR and self.council.kind == CouncilKind.DISTRICT

    @property
    def must_be_held(self) -> bool:
        """Nobody sits on it: that is told."""
        if self.role in (MembershipRole.DEPUTY, MembershipRole.SECRETARIAT) or self.is_shared:
            return False
        if self.role == MembershipRole.VICE_CHAIR:
            return self.council.kind == CouncilKind.DISTRICT
        return self.role != MembershipRole.CHAIR or self.council.kind != CouncilKind.CONTACT

    @property
    def name(self) -> str:
        """`Borgmester i Herning Kommune`, `Formand`, `Medlem fra civilsamfundet`."""
        if self.municipality:
            return self._seat.format(f"{self.municipality} Kommune")
        if self.is_shared:
            return {
                Side.POLICE: "Medlem fra politiet",
                Side.MUNICIPALITY: "Medlem fra kommunen",
                Side.CIVIL: "Medlem fra civilsamfundet",
            }[Side(self.side)]
        if self.role == MembershipRole.CHAIR and self.council.kind == CouncilKind.DISTRICT:
            return "Politidirektør"
        if self.role == MembershipRole.SECRETARIAT:
            return "Sekretær"
        return str(self.role.label).capitalize()

    @property
    def usual_title(self) -> str:
        """What its holder is called where nobody held it before; empty where that says nothing."""
        director = self.role == MembershipRole.CHAIR and self.council.kind == CouncilKind.DISTRICT
        mayor = self.municipality and self.council.kind == CouncilKind.DISTRICT
        return self.name if director or mayor else ""

    @property
    def _seat(self) -> str:
        if self.council.kind == CouncilKind.CONTACT:
            return "Medlem fra {}"
        return "Borgmesterens stedfortræder i {}" if self.role == MembershipRole.DEPUTY else "Borgmester i {}"

    def is_held_in(self, term: Membership) -> bool:
        """This term is one in this post."""
        if term.council_id != self.council.pk:
            return False
        if self.municipality:
            deputy = term.role == MembershipRole.DEPUTY
            same = term.municipality_id == self.municipality.pk
            return same and term.role != MembershipRole.SECRETARIAT and deputy == (self.role == "deputy")
        if not self.is_shared:
            return bool(term.role == self.role)
        seated = term.municipality_id is not None and self.council.kind != CouncilKind.LOCAL
        return bool(term.role == self.role and term.side == self.side and not seated)


def is_election(term: Membership) -> bool:
    """A term as the kredsråd's næstformand, who goes on in a mayor's seat."""
    return (
        term.role == MembershipRole.VICE_CHAIR
        and term.council.kind == CouncilKind.DISTRICT
        and term.municipality_id is not None
    )


def posts_of(council: Council, places: Iterable[Municipality]) -> Sequence[Post]:
    """In the order that a page shows them; `places` are the district's kommuner."""
    chair, vice, member = MembershipRole.CHAIR, MembershipRole.VICE_CHAIR, MembershipRole.MEMBER
    if council.kind == CouncilKind.LOCAL:
        shared = [Post(council, member, side) for side in SIDES]
        return [
            Post(council, chair),
            Post(council, vice),
            *shared,
            Post(council, MembershipRole.SECRETARIAT),
        ]
    seats = [Post(council, member, Side.MUNICIPALITY, place) for place in places]
    if council.kind == CouncilKind.CONTACT:
        return [Post(council, chair), Post(council, vice), *seats, Post(council, member, Side.POLICE)]
    deputies = [Post(council, MembershipRole.DEPUTY, Side.MUNICIPALITY, seat.municipality) for seat in seats]
    paired = [post for pair in zip(seats, deputies, strict=True) for post in pair]
    return [Post(council, chair, Side.POLICE), Post(council, vice, Side.MUNICIPALITY), *paired]
