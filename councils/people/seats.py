"""How many sit in a lokalråd from each side, held against the district's rules; its leaders count too."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from councils.register.models import LEADERS, Membership, MembershipRole, SeatRules, Side

FROM = {Side.POLICE: "politiet", Side.MUNICIPALITY: "kommunen", Side.CIVIL: "civilsamfundet"}
SITS = (*LEADERS, MembershipRole.MEMBER)


@dataclass(frozen=True)
class Seats:
    """Of one side; `most` is None where there is no cap."""

    side: Side
    taken: int
    most: int | None

    @property
    def is_over(self) -> bool:
        return self.most is not None and self.taken > self.most

    @property
    def is_full(self) -> bool:
        return self.most is not None and self.taken >= self.most

    @property
    def free(self) -> int:
        return max(0, self.most - self.taken) if self.most is not None else 0

    @property
    def short(self) -> str:
        """`2 af 4 kommune`, for a table."""
        cap = f" af {self.most}" if self.most is not None else ""
        return f"{self.taken}{cap} {self.side.label}"

    @property
    def words(self) -> str:
        """`Der sidder 5 fra kommunen. Reglerne siger højst 4.`"""
        told = f"Der sidder {self.taken or 'ingen'} fra {FROM[self.side]}."
        if self.most is None:
            return told
        told += f" Reglerne siger højst {self.most}"
        return f"{told}. {self._room}" if self._room else f"{told}."

    @property
    def _room(self) -> str:
        if not self.free:
            return ""
        return "1 plads er ledig." if self.free == 1 else f"{self.free} pladser er ledige."


def seats(terms: Iterable[Membership], rules: SeatRules) -> list[Seats]:
    """`terms`: those of one lokalråd on one day; a person sits once on a side."""
    sitting = {(term.side, term.user_id) for term in terms if term.role in SITS}
    taken = Counter(side for side, _ in sitting)
    return [Seats(side, taken[side], rules.most(side)) for side in Side]
