"""The secretariat keeps the list of partners and invites from it; a partner has its link and nothing else."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from councils.register.mailing import reply_addresses
from councils.register.offices import Person
from plans.approval.consulted import latest_consultation
from plans.document.models import Plan
from plans.document.permissions import load_managed_district_plan
from plans.partners.models import Partner, PartnerInvitation


def load_partner(person: Person, plan_pk: int, partner_pk: int) -> tuple[Plan, Partner]:
    """404 for another district's."""
    plan = load_managed_district_plan(person, plan_pk)
    partner: Partner = get_object_or_404(Partner, pk=partner_pk, district=plan.council.district_id)
    return plan, partner


def load_invitation(person: Person, plan_pk: int, invitation_pk: int) -> tuple[Plan, PartnerInvitation]:
    """Of the latest consultation; 404 for an earlier one's."""
    plan = load_managed_district_plan(person, plan_pk)
    consultation = latest_consultation(plan)
    if consultation is None:
        raise Http404
    sent = PartnerInvitation.objects.select_related("partner__district", "consultation__plan")
    invitation: PartnerInvitation = get_object_or_404(sent, pk=invitation_pk, consultation=consultation)
    return plan, invitation


def written_to(invitation: PartnerInvitation) -> list[str]:
    """Where a partner asks: the addresses of the district's secretariat."""
    return reply_addresses(invitation.partner.district)
