"""The notice and what follows it. Nobody but the council itself is told of a closed point."""

from collections.abc import Iterable

from councils.attendance.models import Apology, Guest
from councils.meetings.letters import way_to, when_and_where
from councils.meetings.mailing import Outsider, called_people, callers, guests_with_mail, own_seats
from councils.meetings.models import AgendaItem, Meeting
from councils.register.models import Membership
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def called(meeting: Meeting, by: User) -> list[Letter]:
    """The notice: the whole agenda to the council's own, to guests the open points alone."""
    subject = f"Indkaldelse til møde i {meeting.council} {date_text(meeting.held_on)}"
    own = _to_the_council(meeting, subject, "Du indkaldes til et møde.", by)
    return own + _to_guests(meeting, subject, guests_with_mail(meeting))


def guest_called(guest: Guest) -> list[Letter]:
    """To one who is asked when the others have been."""
    subject = f"Indkaldelse til møde i {guest.meeting.council} {date_text(guest.meeting.held_on)}"
    return _to_guests(guest.meeting, subject, [Outsider(guest.name, guest.email)] if guest.email else [])


def guest_not_called(guest: Guest) -> list[Letter]:
    if not guest.email:
        return []
    to = Outsider(guest.name, guest.email)
    told = f"Du behøver ikke at komme til mødet i {guest.meeting.council} {guest.meeting.when}."
    return [letter(to, f"Du er ikke gæst mere på mødet {date_text(guest.meeting.held_on)}", told)]


def agenda_changed(meeting: Meeting, by: User) -> list[Letter]:
    subject = f"Ny dagsorden til mødet i {meeting.council} {date_text(meeting.held_on)}"
    own = _to_the_council(meeting, subject, "Dagsordenen er ændret.", by)
    return own + _to_guests(meeting, subject, guests_with_mail(meeting))


def reminded(meeting: Meeting) -> list[Letter]:
    """The day before, to those who have not sent apologies."""
    away = set(meeting.apologies.values_list("membership__user", flat=True))
    subject = f"I morgen: møde i {meeting.council}"
    own = [
        letter(person, subject, "Der er møde i morgen.", when_and_where(meeting), way_to(meeting))
        for person in called_people(meeting)
        if person.pk not in away
    ]
    return own + [
        letter(guest, subject, "Der er møde i morgen.", when_and_where(meeting))
        for guest in guests_with_mail(meeting)
    ]


def apology_sent(apology: Apology) -> list[Letter]:
    """To those who call the council, and to the deputy who is to come."""
    meeting, seat = apology.meeting, apology.membership
    subject = f"Afbud til mødet i {meeting.council} {date_text(meeting.held_on)}"
    told = [
        letter(person, subject, f"{seat.user.name} har meldt afbud. {_instead(apology)}", way_to(meeting))
        for person in callers(meeting.council)
    ]
    return told + _to_deputies(apology)


def _instead(apology: Apology) -> str:
    return f"I stedet kommer {apology.stand_in}." if apology.stand_in else "Ingen kommer i stedet."


def _to_deputies(apology: Apology) -> list[Letter]:
    meeting, seat, deputy = apology.meeting, apology.membership, apology.deputy
    if deputy is None:
        return []
    subject = f"Du skal møde i {meeting.council} {date_text(meeting.held_on)}"
    told = f"{seat.user.name} kan ikke komme, og du er stedfortræder."
    return [letter(deputy.user, subject, told, when_and_where(meeting), way_to(meeting))]


def deputy_not_needed(apology: Apology, deputy: Membership) -> list[Letter]:
    """To a deputy who was asked to come, until another was, or nobody."""
    meeting = apology.meeting
    subject = f"Du skal alligevel ikke møde i {meeting.council} {date_text(meeting.held_on)}"
    told = f"{apology.membership.user.name} har ændret sit afbud. {_instead(apology)}"
    return [letter(deputy.user, subject, told, way_to(meeting))]


def comes_after_all(meeting: Meeting, seat: Membership, deputy: Membership | None) -> list[Letter]:
    """To those who call the council, and to the deputy who was asked to come."""
    subject = f"{seat.user.name} kommer alligevel {date_text(meeting.held_on)}"
    told = f"{seat.user.name} kommer alligevel til mødet i {meeting.council}."
    people = [*callers(meeting.council), *([deputy.user] if deputy else [])]
    return [letter(person, subject, told, way_to(meeting)) for person in people]


def _to_the_council(meeting: Meeting, subject: str, first: str, by: User) -> list[Letter]:
    agenda = _points(map(_with_attachments, meeting.agenda.prefetch_related("attachments")))
    paper = f"Dagsordenen som PDF:\n{web_address('agenda-pdf', meeting.pk)}"
    answer = f"Svar her, om du kommer:\n{web_address('apologise', meeting.pk)}"
    seated = own_seats(meeting)
    return [
        letter(
            person,
            subject,
            first,
            when_and_where(meeting),
            agenda,
            paper,
            answer if person.pk in seated else way_to(meeting),
        )
        for person in called_people(meeting, but=by)
    ]


def _to_guests(meeting: Meeting, subject: str, guests: Iterable[Outsider]) -> list[Letter]:
    agenda = _points(f"»{item.title}«" for item in meeting.agenda.shown(closed=False))
    first = f"Du er inviteret som gæst til et møde i {meeting.council}."
    return [letter(guest, subject, first, when_and_where(meeting), agenda) for guest in guests]


def _with_attachments(item: AgendaItem) -> str:
    names = [attachment.name for attachment in item.attachments.all()]
    return f"»{item.title}« (bilag: {', '.join(names)})" if names else f"»{item.title}«"


def _points(points: Iterable[str]) -> str:
    numbered = [f"{number}. {point}" for number, point in enumerate(points, start=1)]
    return "\n".join(["Dagsorden:", *numbered]) if numbered else ""
