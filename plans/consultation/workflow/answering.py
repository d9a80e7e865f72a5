"""What the secretariat says to a body's remarks."""

from django.db import transaction

from plans.consultation.bodies import author
from plans.consultation.models import ConsultationReply, Outcome, ReplyAnswer
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock, refuse_overtaken, stands


@transaction.atomic
def answer(reply: ConsultationReply, outcome: str, text: str, *, version: int, by: User) -> ReplyAnswer:
    """Say what becomes of a body's remarks; raises `Stale` if another `version` stands."""
    reply = lock(reply)
    personal_numbers.refuse_in([text])
    if not text and outcome in (Outcome.PARTLY, Outcome.NOT_FOLLOWED):
        raise Refused("Skriv, hvorfor bemærkningen ikke følges. Den, der skrev den, får det at se.")
    standing = ReplyAnswer.objects.select_for_update().filter(reply=reply).first() or ReplyAnswer(reply=reply)
    wanted = {"outcome": outcome, "text": text}
    refuse_overtaken(standing, version, wanted)
    if stands(standing, wanted):
        return standing
    standing.outcome, standing.text = outcome, text
    plan, body = reply.consultation.plan, author(reply)
    record(
        "consultation.answered",
        f"{body}: bemærkningen {standing.get_outcome_display()}",
        by=by,
        subject=plan,
        internal=True,
    )
    return save_as_next(by, standing)
