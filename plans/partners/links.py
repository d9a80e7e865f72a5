"""The personal link of a partner: how long it lasts, and what it opens.

It is opened with GET as often as somebody likes: mail scanners and previews do so too, and use nothing up.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import F
from django.utils import timezone

from plans.approval.models import Consultation
from plans.partners.models import PartnerInvitation
from samarbejde.accounts.links import LinkKind, PersonalLink, hash_of
from samarbejde.accounts.models import User
from samarbejde.deadlines import end_of

# For so long after the last day the link still shows what was sent, and what the secretariat answers to it.
GRACE = timedelta(days=30)
# A hearing without a last day is over when the kredsråd has met; the link does not wait for it for ever.
WITHOUT_DEADLINE = timedelta(days=120)


class Closed(StrEnum):
    """Why a link does not let its reader write."""

    UNKNOWN = "unknown"
    REPLACED = "replaced"  # by a new link
    WITHDRAWN = "withdrawn"
    HEARD_AGAIN = "heard_again"  # the draft was sent out once more
    TOO_OLD = "too_old"
    DEADLINE = "deadline"
    MOVED_ON = "moved_on"  # the kredsråd has met on the draft


@dataclass(frozen=True)
class Door:
    """What a token leads to, and why no further."""

    invitation: PartnerInvitation | None
    closed: Closed | None

    @property
    def is_open(self) -> bool:
        return self.closed is None

    @property
    def still_shows(self) -> bool:
        """What the partner has sent, though nothing can be sent any more."""
        return self.closed in (Closed.DEADLINE, Closed.MOVED_ON)


def opened_by(token: str) -> Door:
    """The same answer whoever asks, and however often: two queries."""
    found = (
        PartnerInvitation.objects.filter(links__kind=LinkKind.PARTNER, links__token_hash=hash_of(token))
        .select_related("partner", "consultation__plan__council__district", "consultation__plan__previous")
        .annotate(link_ended=F("links__ended_at"), link_expires=F("links__expires_at"))
        .first()
    )
    if found is None:
        return Door(None, Closed.UNKNOWN)
    return Door(found, _closed(found, found.link_ended, found.link_expires))


def _closed(invitation: PartnerInvitation, ended_at: datetime | None, expires_at: datetime) -> Closed | None:
    consultation = invitation.consultation
    if invitation.withdrawn_at:
        return Closed.WITHDRAWN
    if ended_at:
        return Closed.REPLACED
    if Consultation.objects.filter(plan=consultation.plan).first() != consultation:
        return Closed.HEARD_AGAIN
    if expires_at <= timezone.now():
        return Closed.TOO_OLD
    if consultation.has_passed:
        return Closed.DEADLINE
    return None if consultation.is_open else Closed.MOVED_ON


def lasts_until(consultation: Consultation) -> datetime:
    if consultation.answer_by is None:
        return timezone.now() + WITHOUT_DEADLINE
    # One that is made later than that is too old at once, and is let last with the deadline.
    return max(end_of(consultation.answer_by) + GRACE, timezone.now() + timedelta(seconds=1))


def make_link(invitation: PartnerInvitation, *, by: User | None) -> PersonalLink:
    """To the address that the partner has now; the links of before open nothing any more."""
    end_links(invitation)
    expires_at = lasts_until(invitation.consultation)
    link = PersonalLink.objects.make_for_partner(invitation.partner.email, expires_at=expires_at, by=by)
    invitation.links.add(link)
    return link


def end_links(invitation: PartnerInvitation) -> None:
    invitation.links.filter(ended_at=None).update(ended_at=timezone.now())


def standing_link(invitation: PartnerInvitation) -> PersonalLink | None:
    return invitation.links.filter(ended_at=None).first()


def let_last(consultation: Consultation) -> None:
    """The links that were sent out follow the deadline: nobody needs a new one."""
    links = PersonalLink.objects.filter(partner_invitations__consultation=consultation, ended_at=None)
    links.update(expires_at=lasts_until(consultation))
