"""The notice and what follows it. Nobody but the council itself is told of a closed point."""

from collections.abc import Iterable

from councils.agendas.models import AgendaItem
from councils.attendance.letter_kinds import (
    AGENDA_CHANGED,
    AGENDA_CHANGED_FOR_GUESTS,
    ANSWER,
    APOLOGY_SENT,
    CALLED,
    COMES_AFTER_ALL,
    DEPUTY_ASKED,
    DEPUTY_NOT_NEEDED,
    GUEST_CALLED,
    GUEST_NOT_CALLED,
    GUESTS_REMINDED,
    MEMBER_COMES_AFTER_ALL,
    REMINDED,
)
from councils.attendance.models import Apology, Guest
from councils.meetings.letter_fields import link_value, meeting_values, what_now
from councils.meetings.mailing import called_people, callers, own_seats, to_guests
from councils.meetings.models import Meeting
from councils.register.models import Membership
from councils.wordings.kinds import Kind
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter, Outsider
from samarbejde.site.addresses import web_address


def called(meeting: Meeting, by: User) -> list[Letter]:
    """The notice: the whole agenda to the council's own, to guests the open points alone."""
    own = _to_the_council(CALLED, meeting, by)
    return own + to_guests(GUEST_CALLED, meeting, _open_points(meeting))


def guest_called(guest: Guest) -> list[Letter]:
    """To one who is asked when the others have been."""
    return _to_guest(GUEST_CALLED, guest, _open_points(guest.meeting))


def guest_not_called(guest: Guest) -> list[Letter]:
    return _to_guest(GUEST_NOT_CALLED, guest, meeting_values(guest.meeting))


def agenda_changed(meeting: Meeting, by: User) -> list[Letter]:
    own = _to_the_council(AGENDA_CHANGED, meeting, by)
    return own + to_guests(AGENDA_CHANGED_FOR_GUESTS, meeting, _open_points(meeting))


def reminded(meeting: Meeting) -> list[Letter]:
    """The day before, to those who have not sent apologies."""
    away = set(meeting.apologies.values_list("membership__user", flat=True))
    people = [person for person in called_people(meeting) if person.pk not in away]
    values = meeting_values(meeting)
    own = REMINDED.worded(meeting.council.district_id).to_each(people, values | link_value(meeting))
    return own + to_guests(GUESTS_REMINDED, meeting, values)


def apology_sent(apology: Apology) -> list[Letter]:
    """To those who call the council, and to the deputy who is to come."""
    meeting, deputy = apology.meeting, apology.deputy
    values = _member(meeting, apology.membership)
    told = _written(APOLOGY_SENT, meeting, callers(meeting.council), values | _instead(apology))
    return told + (_written(DEPUTY_ASKED, meeting, [deputy.user], values) if deputy else [])


def deputy_not_needed(apology: Apology, deputy: Membership) -> list[Letter]:
    """To a deputy who was asked to come, until another was, or nobody."""
    values = _member(apology.meeting, apology.membership) | _instead(apology)
    return _written(DEPUTY_NOT_NEEDED, apology.meeting, [deputy.user], values)


def comes_after_all(meeting: Meeting, seat: Membership, deputy: Membership | None) -> list[Letter]:
    """To those who call the council, and to the deputy who was asked to come."""
    values = _member(meeting, seat)
    told = _written(COMES_AFTER_ALL, meeting, callers(meeting.council), values)
    return told + (_written(MEMBER_COMES_AFTER_ALL, meeting, [deputy.user], values) if deputy else [])


def _written(kind: Kind, meeting: Meeting, people: Iterable[User], values: dict[str, str]) -> list[Letter]:
    return kind.worded(meeting.council.district_id).to_each(people, values)


def _member(meeting: Meeting, seat: Membership) -> dict[str, str]:
    return meeting_values(meeting) | link_value(meeting) | {"medlem": seat.user.name}


def _instead(apology: Apology) -> dict[str, str]:
    comes = f"I stedet kommer {apology.stand_in}." if apology.stand_in else "Ingen kommer i stedet."
    return {"i_stedet": comes}


def _to_the_council(kind: Kind, meeting: Meeting, by: User) -> list[Letter]:
    values = meeting_values(meeting) | {
        "dagsorden": _points(map(_with_attachments, meeting.agenda.prefetch_related("attachments"))),
        "dagsorden_pdf": web_address("agenda-pdf", meeting.pk),
    }
    seated = own_seats(meeting)
    worded = kind.worded(meeting.council.district_id)
    return [
        worded.to(person, values | what_now(meeting, ANSWER if person.pk in seated else ""))
        for person in called_people(meeting, but=by)
    ]


def _to_guest(kind: Kind, guest: Guest, values: dict[str, str]) -> list[Letter]:
    if not guest.email:
        return []
    worded = kind.worded(guest.meeting.council.district_id)
    return [worded.to(Outsider(guest.name, guest.email), values)]


def _open_points(meeting: Meeting) -> dict[str, str]:
    agenda = _points(f"»{item.title}«" for item in meeting.agenda.shown(closed=False))
    return meeting_values(meeting) | {"dagsorden": agenda}


def _with_attachments(item: AgendaItem) -> str:
    names = [attachment.name for attachment in item.attachments.all()]
    return f"»{item.title}« (bilag: {', '.join(names)})" if names else f"»{item.title}«"


def _points(points: Iterable[str]) -> str:
    numbered = [f"{number}. {point}" for number, point in enumerate(points, start=1)]
    return "\n".join(["Dagsorden:", *numbered]) if numbered else ""
