"""A consultation's remarks as the secretariat sees them, and whether it still takes them in time."""

from dataclasses import dataclass

from plans.approval.models import Consultation
from plans.consultation.bodies import Body, heard
from plans.consultation.models import ConsultationReply, ReplyAnswer
from plans.document.states import OPEN, PlanState
from samarbejde.deadlines import is_over


@dataclass(frozen=True)
class Row:
    body: Body
    reply: ConsultationReply | None

    @property
    def answer(self) -> ReplyAnswer | None:
        """What the secretariat has said to it."""
        return getattr(self.reply, "answer", None)


def is_open(consultation: Consultation) -> bool:
    """The last day for remarks is not over, and the kredsråd has not met on the draft.

    The day that people were told stands also where the draft is written on again before it has come.
    """
    if consultation.answer_by is None:
        return consultation.plan.state == PlanState.CONSULTATION
    return consultation.plan.state in OPEN and not has_passed(consultation)


def has_passed(consultation: Consultation) -> bool:
    """The last day for remarks, where there is one."""
    return consultation.answer_by is not None and is_over(consultation.answer_by)


def reply_of(consultation: Consultation, body: Body) -> ConsultationReply | None:
    council, municipality = body.key
    written = ConsultationReply.objects.select_related("answer")
    found = written.filter(consultation=consultation, council=council)
    return found.filter(municipality=municipality).first()


def rows(consultation: Consultation) -> list[Row]:
    """Every body that is heard, also those of earlier office holders who wrote."""
    written = ConsultationReply.objects.filter(consultation=consultation).select_related(
        "council", "municipality", "written_by", "answer"
    )
    replies = {(reply.council_id, reply.municipality_id): reply for reply in written}
    found = [Row(body, replies.pop(body.key, None)) for body in heard(consultation.plan)]
    return found + [Row(Body(reply.council, reply.municipality), reply) for reply in replies.values()]
