"""The open points of a meeting become the text that is published."""

import hashlib
import json

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.timezone import localdate

from councils.agendas.models import AgendaAttachment, AgendaItem
from councils.attendance.models import Attendance
from councils.meetings.models import Meeting
from councils.minutes.public_text import PublicFile, PublicPoint, PublicSeat, PublicText
from councils.minutes.reading import minutes_of
from councils.register.models import Council, CouncilKind
from samarbejde.danish import slug

KEY = 16  # characters of a checksum, enough to name one of a meeting's files
_NAMES = {CouncilKind.DISTRICT: "kredsraad", CouncilKind.CONTACT: "kontaktudvalg"}


def public_text(meeting: Meeting) -> PublicText:
    """Closed points are never read here, so nothing of them can be in it."""
    shown = minutes_of(meeting, closed=False)
    assert meeting.approved_at is not None
    chosen = Prefetch("attachments", AgendaAttachment.objects.filter(for_citizens=True))
    prefetch_related_objects(shown.items, chosen)
    return {
        "council": str(meeting.council),
        "district": str(meeting.council.district),
        "held_on": meeting.held_on.isoformat(),
        "when": meeting.when,
        "place": meeting.place,
        "approved_on": localdate(meeting.approved_at).isoformat(),
        "approval": meeting.get_approval_display(),
        "seats": [_seat(one) for one in shown.attendances],
        "guests": [str(guest) for guest in shown.guests],
        "points": [_point(item) for item in shown.items],
    }


def content_hash(text: PublicText) -> str:
    """SHA-256 of exactly this text, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(text, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def address_of(meeting: Meeting) -> str:
    """`2027-03-04-lokalraad-herning`."""
    return f"{meeting.held_on.isoformat()}-{_named(meeting.council)}"


def _named(council: Council) -> str:
    place = council.municipality
    return f"lokalraad-{slug(place.name)}" if place else _NAMES[CouncilKind(council.kind)]


def _seat(one: Attendance) -> PublicSeat:
    return {
        "seat": one.seat,
        "presence": one.get_presence_display(),
        "came": one.was_present,
        "name": one.name,
    }


def _point(item: AgendaItem) -> PublicPoint:
    point = _words(item)
    if attachments := [_file(one) for one in item.attachments.all()]:
        point["attachments"] = attachments
    return point


def _file(one: AgendaAttachment) -> PublicFile:
    return {"key": one.file_id[:KEY], "name": one.name, "told": one.told, "digest": one.file_id}


def _words(item: AgendaItem) -> PublicPoint:
    return {
        "title": item.title,
        "text": item.text,
        "presenter": item.presenter,
        "minutes": item.minutes,
        "decision": item.decision,
        "follow_up_by": item.follow_up_by,
        "follow_up_due": item.follow_up_due.isoformat() if item.follow_up_due else "",
        "is_postponed": item.is_postponed,
        "corrections": [
            {"day": localdate(one.at).isoformat(), "text": one.text, "reason": one.reason}
            for one in item.corrections.all()
        ],
    }
