"""`settings.ALSO_CLEANED_UP`: whom the secretariat wrote to outside the councils, when it is long ago.

The body's own name stays, since the høringsnotat names it. Who read its mail is nobody's business any more.
"""

from datetime import datetime

from plans.partners.models import Partner, PartnerInvitation


def forget_contacts(old: datetime) -> int:
    """Of partners that have not been asked since, on a list that nobody has put right since."""
    asked = PartnerInvitation.objects.filter(invited_at__gte=old).values("partner")
    unused = Partner.objects.reachable().filter(kept_at__lt=old).exclude(pk__in=asked)
    return unused.update(contact="", email="")


def forget_drafts(old: datetime) -> int:
    """What a partner wrote and never sent."""
    return PartnerInvitation.objects.filter(invited_at__lt=old).exclude(draft="").update(draft="")
