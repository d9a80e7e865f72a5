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
    "Side",
]
