"""The rooms' tables, gathered for Django: one app, one migration history."""

from councils.attendance.models import Apology, Attendance, Guest, Presence
from councils.meetings.models import AgendaItem, AgendaRequest, Meeting, MeetingRules
from councils.minutes.models import MinutesCorrection, MinutesRemark, PublishedMinutes, PublishedMinutesFile
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
    SeatRules,
    Side,
)

__all__ = [
    "LEADERS",
    "AgendaItem",
    "AgendaRequest",
    "Apology",
    "Attendance",
    "Council",
    "CouncilKind",
    "Figure",
    "Forum",
    "ForumParticipation",
    "Guest",
    "LawQuote",
    "Meeting",
    "MeetingRules",
    "Membership",
    "MembershipRole",
    "MinutesCorrection",
    "MinutesRemark",
    "Municipality",
    "OrganisationUnit",
    "PoliceDistrict",
    "PoliceStation",
    "Presence",
    "PreventionArea",
    "PublishedMinutes",
    "PublishedMinutesFile",
    "SeatRules",
    "Side",
]
