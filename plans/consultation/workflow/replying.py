"""A body's remarks to the draft: written, and changed until the deadline; late ones are kept as late."""

from django.db import transaction
from django.utils import timezone

from plans.approval.models import Consultation
from plans.consultation import letters
from plans.consultation.bodies import Body
from plans.consultation.models import ConsultationReply
from plans.consultation.reading import reply_of
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock, refuse_overtaken


@transaction.atomic
def reply(
    consultation: Consultation, body: Body, text: str, *, version: int, by: User | None
) -> ConsultationReply:
    """Write what `body` remarks, or change it if `version` is what stands; raises `Stale` if not.

    After the deadline the text is kept beside the one that was there in time; when the deadline is moved,
    what is written from then on takes the place of both. A partner has no account to be told `by`.
    """
    consultation = lock(consultation)
    if consultation.plan.state == PlanState.PUBLISHED:
        raise Refused(
            "Planen er offentliggjort, så den kan ikke få flere bemærkninger. Teksten står stadig i feltet: "
            "send den til sekretariatet, så kan den komme med i næste års plan."
        )
    if not text:
        raise Refused("Skriv bemærkningen, før du gemmer.")
    personal_numbers.refuse_in([text])
    standing = reply_of(consultation, body) or _blank(consultation, body)
    late = not consultation.is_open
    if standing.newest == text and (late or not standing.late_text):
        return standing
    if standing._state.adding and version:
        raise Refused(
            "Udkastet er sendt i høring igen, siden du åbnede siden. Det, I skrev dengang, er bevaret. "
            "Læs det nye udkast, og send bemærkningen, hvis den stadig gælder: den står i feltet."
        )
    refuse_overtaken(standing, version)
    _write(standing, text, late=late, by=by)
    when = " efter fristen" if late else ""
    what = f"{body} skrev en bemærkning til udkastet{when}"
    record("consultation.replied", what, by=by, name=str(body), subject=consultation.plan, internal=True)
    if late or standing.version == 1:
        queue(*letters.replied(consultation, body, late=late))
    return standing


def _blank(consultation: Consultation, body: Body) -> ConsultationReply:
    return ConsultationReply(
        consultation=consultation, council=body.council, municipality=body.municipality, partner=body.partner
    )


def _write(standing: ConsultationReply, text: str, *, late: bool, by: User | None) -> None:
    if late:
        standing.late_text, standing.late_at = text, timezone.now()
    else:
        standing.text, standing.written_at = text, timezone.now()
        standing.late_text, standing.late_at = "", None
    standing.written_by = by
    save_as_next(by, standing)
