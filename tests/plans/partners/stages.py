"""A draft that partners outside the councils are asked about, each by a personal link."""

from django.urls import reverse

from plans.approval.models import Consultation
from plans.partners import workflow
from plans.partners.links import standing_link
from plans.partners.models import Partner, PartnerInvitation
from samarbejde.accounts.models import PersonalLink
from tests.cast import Cast
from tests.kept import kept
from tests.plans.consultation.stages import being_heard, latest

HOUSING, TRADE, SPORT = "Boligorganisationen", "Handelsstandsforeningen", "Idrætssamvirket"


@kept
def a_partner(cast: Cast, name: str = HOUSING) -> Partner:
    address = f"{name.lower().replace('æ', 'ae')}@example.org"
    return workflow.add_partner(
        cast.district, name=name, contact="Driftschefen", email=address, by=cast.sekretariat
    )


@kept
def invited(cast: Cast, consultation: Consultation | None = None, name: str = HOUSING) -> PartnerInvitation:
    consultation = consultation or being_heard(cast)
    partner = Partner.objects.filter(name=name).first() or a_partner(cast, name)
    [invitation] = workflow.invite(consultation, [partner], by=cast.sekretariat)
    return renewed(invitation)


def renewed(invitation: PartnerInvitation) -> PartnerInvitation:
    """As it stands now, with the latest consultation's own words."""
    found = PartnerInvitation.objects.get(pk=invitation.pk)
    found.consultation = latest(found.consultation.plan)
    return found


def link(invitation: PartnerInvitation) -> PersonalLink:
    found = standing_link(invitation)
    assert found is not None, "it is withdrawn"
    return found


def draft_page(invitation: PartnerInvitation) -> str:
    return reverse("partner-draft", args=[link(invitation).token])


def reply_page(invitation: PartnerInvitation) -> str:
    return reverse("partner-reply", args=[link(invitation).token])
