"""The rooms' tables, gathered for Django: one app, one migration history."""

from councils.meetings.models import AgendaItem, Attendance, Meeting, Presence
from councils.register.models import (
    LEADERS,
    Council,
    CouncilKind,
    Figure,
    Forum,
    ForumParticipation,
    LawQuote,
    Membership,
    MembershipRole,
    Municipality,
    OrganisationUnit,
    PoliceDistrict,
    PoliceStation,
    PreventionArea,
    Side,
)

__all__ = [
    "LEADERS",
    "AgendaItem",
    "Attendance",
    "Council",
    "CouncilKind",
    "Figure",
    "Forum",
    "ForumParticipation",
    "LawQuote",
    "Meeting",
    "Membership",
    "MembershipRole",
    "Municipality",
    "OrganisationUnit",
    "PoliceDistrict",
    "PoliceStation",
    "Presence",
    "PreventionArea",
    "Side",
]
