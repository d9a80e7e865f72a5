from collections.abc import Iterator

from django.db.models import QuerySet

from councils.agendas import letters
from councils.agendas.states import RequestState
from councils.models import AgendaRequest
from samarbejde.outbox.letters import Letter


def _requests() -> QuerySet[AgendaRequest]:
    return AgendaRequest.objects.select_related("council", "asked_by", "item__meeting").order_by("pk")


def point_asked_for() -> Iterator[list[Letter]]:
    yield letters.point_asked_for(_requests().filter(state=RequestState.WAITING)[0])


def point_answered() -> Iterator[list[Letter]]:
    for state in (RequestState.TAKEN, RequestState.DECLINED):
        yield letters.point_answered(_requests().filter(state=state)[0])
