from collections.abc import Iterator

from plans.consultation import letters
from plans.consultation.bodies import Body
from plans.consultation.models import ConsultationReply
from samarbejde.outbox.letters import Letter


def replied() -> Iterator[list[Letter]]:
    replies = ConsultationReply.objects.select_related("consultation__plan__council", "municipality")
    reply = replies.latest("written_at")
    for late in (False, True):
        yield letters.replied(reply.consultation, Body(reply.council, reply.municipality), late=late)
