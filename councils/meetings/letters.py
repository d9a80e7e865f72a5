"""What people are told of a council's meetings. Nobody but the council itself is told of a closed point."""

from councils.meetings.mailing import callers
from councils.meetings.models import AgendaRequest
from councils.meetings.states import RequestState
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
