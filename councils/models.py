"""The rooms' tables, gathered for Django: one app, one migration history."""

from councils.agendas.models import AgendaAttachment, AgendaItem, AgendaRequest
from councils.attendance.models import Acceptance, Apology, Attendance, Guest, Presence
from councils.held_letters.models import HeldLetter
from councils.meetings.models import Meeting, MeetingRules
from councils.minutes.models import (
    MinutesCorrection,
    MinutesRemark,
    PublishedMinutes,
    PublishedMinutesAttachment,
    PublishedMinutesFile,
)
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
from councils.wordings.models import LetterWording

__all__ = [
    "LEADERS",
    "Acceptance",
    "AgendaAttachment",
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
    "HeldLetter",
    "LawQuote",
    "LetterWording",
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
    "PublishedMinutesAttachment",
    "PublishedMinutesFile",
    "SeatRules",
    "Side",
]
