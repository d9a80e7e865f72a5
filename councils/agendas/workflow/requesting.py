"""A member asks for a point; whoever calls the council takes it up, or says why not."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from councils.agendas import letters
from councils.agendas.models import AgendaRequest
from councils.agendas.states import REQUEST_TRANSITIONS, RequestState
from councils.register.models import Council
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import lock, move


@transaction.atomic
def ask_for_point(council: Council, *, title: str, text: str, by: User) -> AgendaRequest:
    refuse_in([title, text])
    request = AgendaRequest.objects.create(council=council, title=title, text=text, asked_by=by)
    told = f"Et punkt blev ønsket på {council}s dagsorden"
    record("agenda.asked", told, by=by, subject=request, within=council, internal=True)
    queue(*letters.point_asked_for(request))
    return request


@transaction.atomic
def decline_request(request: AgendaRequest, *, reason: str, by: User) -> AgendaRequest:
    request = lock(request)
    move(request, RequestState.DECLINED, REQUEST_TRANSITIONS)
    refuse_in([reason])
    request.answer = reason
    return answer(request, by)


def let_wait_again(requests: QuerySet[AgendaRequest]) -> None:
    """When the points that they became are gone."""
    for request in requests.select_for_update():
        move(request, RequestState.WAITING, REQUEST_TRANSITIONS)
        request.answered_by = request.answered_at = request.item = None
        request.save()


def answer(request: AgendaRequest, by: User) -> AgendaRequest:
    """Write it down and tell whoever asked. Call with the row locked, in its new state."""
    request.answered_by, request.answered_at = by, timezone.now()
    request.save()
    told = f"Et ønsket punkt blev besvaret: {request.get_state_display()}"
    record("agenda.answered", told, by=by, subject=request, within=request.council, internal=True)
    queue(*letters.point_answered(request))
    return request
