"""What people are told of a council's meetings: of the points they ask for, of a new day, of one given up."""

from councils.meetings.mailing import called_people, callers, guests_with_mail, own_seats
from councils.meetings.models import AgendaRequest, Meeting
from councils.meetings.states import RequestState
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def point_asked_for(request: AgendaRequest) -> list[Letter]:
    """To those who call the council."""
    return [
        letter(
            person,
            f"Ønske til dagsordenen i {request.council}",
            f"{request.asked_by.name} ønsker et punkt på dagsordenen:",
            f"»{request.title}«",
            request.text,
            f"Tag det på, eller svar, her:\n{web_address('council-meetings', request.council_id)}",
        )
        for person in callers(request.council)
        if person.pk != request.asked_by_id
    ]


def point_answered(request: AgendaRequest) -> list[Letter]:
    """To whoever asked."""
    if request.state == RequestState.TAKEN and request.item is not None:
        told = f"»{request.title}« er på dagsordenen for mødet {request.item.meeting.when}."
        way = f"Se dagsordenen her:\n{web_address('meeting', request.item.meeting_id)}"
    else:
        told = f"»{request.title}« kom ikke på dagsordenen. Begrundelsen er: {request.answer}"
        way = f"Du kan ønske et andet punkt her:\n{web_address('ask-for-point', request.council_id)}"
    return [letter(request.asked_by, f"Svar på dit ønske til dagsordenen i {request.council}", told, way)]


def changed(meeting: Meeting, what: str, by: User, *, asks_again: bool) -> list[Letter]:
    """Day, time or place is another."""
    subject = f"Ændring af mødet i {meeting.council}"
    again = f"Svar igen, om du kommer:\n{web_address('apologise', meeting.pk)}"
    seated = own_seats(meeting) if asks_again else set()
    own = [
        letter(
            person,
            subject,
            f"{what}.",
            when_and_where(meeting),
            again if person.pk in seated else way_to(meeting),
        )
        for person in called_people(meeting, but=by)
    ]
    return own + [
        letter(guest, subject, f"{what}.", when_and_where(meeting)) for guest in guests_with_mail(meeting)
    ]


def cancelled(meeting: Meeting, by: User) -> list[Letter]:
    subject = f"Mødet i {meeting.council} {date_text(meeting.held_on)} er aflyst"
    told = f"Mødet {meeting.when} er aflyst.\nBegrundelsen er: {meeting.cancelled_reason}"
    own = [letter(person, subject, told) for person in called_people(meeting, but=by)]
    return own + [letter(guest, subject, told) for guest in guests_with_mail(meeting)]


def when_and_where(meeting: Meeting) -> str:
    return "\n".join(
        filter(
            None,
            [
                f"Tid: {meeting.when}",
                f"Sted: {meeting.place}" if meeting.place else "",
                f"Link: {meeting.link}" if meeting.link else "",
            ],
        )
    )


def way_to(meeting: Meeting) -> str:
    return f"Se mødet her:\n{web_address('meeting', meeting.pk)}"
