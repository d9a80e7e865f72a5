"""What the secretariat keeps for its plans to speak of: agreements, laws, figures."""

from dataclasses import dataclass
from typing import TypeAlias

from councils.models import Figure, LawQuote
from plans.document.models import MultiYearAgreement

Fact: TypeAlias = MultiYearAgreement | LawQuote | Figure


@dataclass(frozen=True)
class Kind:
    slug: str  # in addresses
    model: type[Fact]
    one: str  # »en aftale«
    the: str  # »aftalen«
    taken: str  # why it cannot be told from another


KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            "aftaler",
            MultiYearAgreement,
            "en aftale",
            "aftalen",
            "Registret har allerede en aftale med det navn. Ret den i stedet.",
        ),
        Kind(
            "love",
            LawQuote,
            "en lovtekst",
            "lovteksten",
            "Registret har allerede den paragraf. Ret den i stedet.",
        ),
        Kind(
            "tal",
            Figure,
            "et tal",
            "tallet",
            "Tabellen har allerede det tal for det planår. Ret det i stedet.",
        ),
    )
}
