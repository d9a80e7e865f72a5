from councils.register.councils import Council, CouncilKind, Membership, MembershipRole, Side
from councils.register.districts import Municipality, PoliceDistrict
from councils.register.facts import (
    Figure,
    Forum,
    ForumParticipation,
    OrganisationUnit,
    PoliceStation,
    PreventionArea,
)

__all__ = [
    "Council",
    "CouncilKind",
    "Figure",
    "Forum",
    "ForumParticipation",
    "Membership",
    "MembershipRole",
    "Municipality",
    "OrganisationUnit",
    "PoliceDistrict",
    "PoliceStation",
    "PreventionArea",
    "Side",
]
