"""A partner writes its answer behind its personal link: kept as a draft, and sent."""

from django.db import transaction
from django.utils import timezone

from plans.consultation.bodies import Body
from plans.consultation.models import ConsultationReply
from plans.consultation.reading import reply_of
from plans.consultation.workflow.replying import reply
from plans.partners import letters
from plans.partners.models import PartnerInvitation
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import UNSEEN, Refused, Stale, lock

ENDED = (
    "Høringen er lukket, siden I åbnede siden. Teksten står stadig i feltet: send den til sekretariatet i en "
    "e-mail, hvis den skal nå med."
)


@transaction.atomic
def save_draft(invitation: PartnerInvitation, text: str, *, version: int) -> PartnerInvitation:
    """For the partner's own eyes until it is sent; raises `Stale` if another `version` stands."""
    invitation = _lock_open(invitation)
    if invitation.draft == text:
        return invitation
    _refuse_overtaken(invitation, version)
    personal_numbers.refuse_in([text])
    return _save(invitation, text)


@transaction.atomic
def answer_as_partner(invitation: PartnerInvitation, text: str, *, version: int) -> ConsultationReply:
    """Send it to the secretariat; it may be sent anew until the deadline. A receipt goes to the partner.

    A draft that stands is given up with it, also when what was sent before is what is sent.
    """
    invitation = _lock_open(invitation)
    consultation, body = invitation.consultation, Body(None, None, invitation.partner)
    standing = reply_of(consultation, body)
    if standing and standing.newest == text and not invitation.draft:
        return standing
    _refuse_overtaken(invitation, version)
    written = reply(consultation, body, text, version=standing.version if standing else UNSEEN, by=None)
    _save(invitation, "")
    queue(*letters.received(invitation, text))
    return written


def _lock_open(invitation: PartnerInvitation) -> PartnerInvitation:
    """The link can have been closed while somebody wrote."""
    invitation = lock(invitation)
    if invitation.withdrawn_at or not invitation.consultation.is_open:
        raise Refused(ENDED)
    return invitation


def _refuse_overtaken(invitation: PartnerInvitation, version: int) -> None:
    if invitation.version != version:
        raise Stale("Svaret er gemt i et andet vindue, siden I åbnede siden.", invitation)


def _save(invitation: PartnerInvitation, text: str) -> PartnerInvitation:
    invitation.draft, invitation.saved_at = text, timezone.now()
    invitation.version += 1
    invitation.save(update_fields=["draft", "saved_at", "version"])
    return invitation
