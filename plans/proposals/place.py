"""Where the text of an accepted proposal stands."""

from django.urls import reverse

from plans.document.models import RegisterData
from plans.proposals.models import Proposal


def address_in_plan(proposal: Proposal) -> str:
    """The path of the section, or of that of the proposal it was merged into; "" when it stands nowhere."""
    area = proposal.standing_in.focus_area
    if area is None:
        return ""
    page = reverse("plan-text", args=[area.plan_id])
    if area.section is not None:
        return f"{page}#{area.section.anchor}"
    lists = area.plan.sections.filter(data=RegisterData.PRIORITIES).first()
    if lists is None or area.council is None or area.council.municipality is None:
        return page
    return f"{page}#{lists.anchor}-{area.council.municipality.slug}"
