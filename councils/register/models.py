from councils.register.councils import LEADERS, Council, CouncilKind, Membership, MembershipRole, Side
from councils.register.districts import Municipality, PoliceDistrict
from councils.register.facts import (
    Figure,
    Forum,
    ForumParticipation,
    OrganisationUnit,
    PoliceStation,
    PreventionArea,
)
from councils.register.laws import LawQuote
from councils.register.seat_rules import SeatRules

__all__ = [
    "LEADERS",
    "Council",
    "CouncilKind",
    "Figure",
    "Forum",
    "ForumParticipation",
    "LawQuote",
    "Membership",
    "MembershipRole",
    "Municipality",
    "OrganisationUnit",
    "PoliceDistrict",
    "PoliceStation",
    "PreventionArea",
    "SeatRules",
    "Side",
]
