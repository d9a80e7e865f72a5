from collections.abc import Iterator

from plans.approval.consulted import consulted
from plans.approval.models import Consultation
from plans.consultation import letters
from plans.consultation.bodies import author
from plans.consultation.models import ConsultationReply
from samarbejde.outbox.letters import Letter


def replied() -> Iterator[list[Letter]]:
    written = ConsultationReply.objects.select_related("consultation__plan__council", "council")
    reply = written.select_related("municipality", "partner").latest("written_at")
    for late in (False, True):
        yield letters.replied(reply.consultation, author(reply), late=late)


def reminded() -> Iterator[list[Letter]]:
    for consultation in _with_and_without_a_deadline():
        yield letters.reminded(consultation, consulted(consultation.plan))


def deadline_moved() -> Iterator[list[Letter]]:
    consultation, _ = _with_and_without_a_deadline()
    for reason in ("Efterårsferien ligger imellem.", ""):
        yield letters.deadline_moved(consultation, consulted(consultation.plan), reason)


def _with_and_without_a_deadline() -> list[Consultation]:
    sent = Consultation.objects.select_related("plan__council__district").exclude(answer_by=None)
    told, without = sent.latest("pk"), sent.latest("pk")
    without.answer_by = None
    return [told, without]
