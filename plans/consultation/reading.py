"""A consultation's remarks as the secretariat sees them."""

from dataclasses import dataclass

from plans.approval.models import Consultation
from plans.consultation.bodies import Body, author, heard, key_of, partners_in
from plans.consultation.models import ConsultationReply, ReplyAnswer


@dataclass(frozen=True)
class Row:
    body: Body
    reply: ConsultationReply | None

    @property
    def answer(self) -> ReplyAnswer | None:
        """What the secretariat has said to it."""
        return getattr(self.reply, "answer", None)


def reply_of(consultation: Consultation, body: Body) -> ConsultationReply | None:
    written = ConsultationReply.objects.select_related("answer").filter(consultation=consultation)
    council, municipality, partner = body.key
    return written.filter(council=council, municipality=municipality, partner=partner).first()


def rows(consultation: Consultation) -> list[Row]:
    """Every body that is heard, also those of earlier office holders and partners who wrote."""
    written = (
        ConsultationReply.objects.filter(consultation=consultation)
        .select_related("council", "municipality", "partner", "written_by", "answer")
        .prefetch_related("returned_drafts")
    )
    replies = {key_of(reply): reply for reply in written}
    asked = heard(consultation.plan) + partners_in(consultation)
    found = [Row(body, replies.pop(body.key, None)) for body in asked]
    return found + [Row(author(reply), reply) for reply in replies.values()]
