"""Whom the secretariat can invite, and what has become of the letters to those who are."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from plans.approval.models import Consultation
from plans.document.models import Plan
from plans.partners.models import Partner, PartnerInvitation, PartnerQuerySet
from samarbejde.outbox.models import Message, MessageState


@dataclass(frozen=True)
class Sent:
    """An invitation, and whether its newest letter got through."""

    invitation: PartnerInvitation
    letter: str

    @property
    def was_refused(self) -> bool:
        return self.letter == MessageState.GIVEN_UP


def offered(plan: Plan, consultation: Consultation | None) -> PartnerQuerySet:
    """Of the district's list those who can be written to and are not asked about this draft already."""
    listed: PartnerQuerySet = plan.council.district.partners.reachable()
    return listed.not_invited_to(consultation) if consultation else listed


def sent(consultation: Consultation | None) -> list[Sent]:
    """One query."""
    if consultation is None:
        return []
    letters = Message.objects.filter(link__partner_invitations=OuterRef("pk")).order_by("-queued_at", "-pk")
    found = consultation.invitations.select_related("partner").annotate(
        letter=Subquery(letters.values("state")[:1])
    )
    return [Sent(one, one.letter or "") for one in found]


def last_asked(partner: Partner) -> list[PartnerInvitation]:
    """Its invitations that stand, each to the latest consultation of a plan."""
    latest = Consultation.objects.filter(plan=OuterRef("consultation__plan")).values("pk")[:1]
    standing = partner.invitations.standing().filter(consultation=Subquery(latest))
    return list(standing.select_related("partner", "consultation__plan"))


def has_open_link(partner: Partner) -> bool:
    """It is asked now, and can answer."""
    return any(invitation.consultation.is_open for invitation in last_asked(partner))
